import { sql } from 'kysely';
import type { QuestionDraft } from '../../../src/domain/quiz/bank/questionDraft';
import type { StoredTwin } from '../../database/tables';
import type { Transaction } from '../../database/tenantTransaction';

/** One line of an import. */
export interface LineRecord {
  place: number;
  at: string;
  draft: QuestionDraft;
  plain: string;
  problems: string[];
  twins: StoredTwin[];
  decision: 'take' | 'leave';
  flagged: boolean;
  version: number;
}

interface OfImport {
  tenantId: string;
  importId: string;
}

/** Lines written by one statement; bounds its text at a few MB. */
const CHUNK = 1000;

const columns = sql`place, at, draft, plain, problems, twins, decision, flagged, version`;

/** Stores the lines of a new import. */
export async function insertLines(
  trx: Transaction,
  { tenantId, importId }: OfImport,
  lines: readonly Omit<LineRecord, 'version'>[],
): Promise<void> {
  for (let from = 0; from < lines.length; from += CHUNK) {
    const rows = JSON.stringify(lines.slice(from, from + CHUNK));
    await sql`
      insert into bank_import_line (tenant_id, import_id, place, at, draft, plain, problems, twins, decision, flagged)
      select ${tenantId}, ${importId}, place, at, draft, plain, problems, twins, decision, flagged
      from jsonb_to_recordset(${rows}::jsonb) as line (place integer, at text, draft jsonb, plain text,
        problems jsonb, twins jsonb, decision text, flagged boolean)`.execute(trx);
  }
}

const conditions = {
  problems: sql`decision = 'take' and problems <> '[]'`,
  twins: sql`twins <> '[]'`,
  ready: sql`decision = 'take' and problems = '[]'`,
  left: sql`decision = 'leave'`,
};

/** The next lines of a list behind the place `after`, in the order of the files. */
export async function findLines(
  trx: Transaction,
  { tenantId, importId }: OfImport,
  list: keyof typeof conditions,
  { after, limit }: { after: number; limit: number },
): Promise<LineRecord[]> {
  const { rows } = await sql<LineRecord>`
    select ${columns} from bank_import_line
    where tenant_id = ${tenantId} and import_id = ${importId} and place > ${after} and ${conditions[list]}
    order by place limit ${limit}`.execute(trx);
  return rows;
}

/** The lines at those places, in no order. */
export async function findLinesAt(
  trx: Transaction,
  { tenantId, importId }: OfImport,
  places: readonly number[],
): Promise<LineRecord[]> {
  const { rows } = await sql<LineRecord>`
    select ${columns} from bank_import_line
    where tenant_id = ${tenantId} and import_id = ${importId} and place = any(${[...places]}::int[])`.execute(
    trx,
  );
  return rows;
}

/** Other lines of the import with the same form that are taken. */
export async function findLinesLike(
  trx: Transaction,
  { tenantId, importId }: OfImport,
  { plain, place }: { plain: string; place: number },
): Promise<LineRecord[]> {
  const { rows } = await sql<LineRecord>`
    select ${columns} from bank_import_line
    where tenant_id = ${tenantId} and import_id = ${importId} and plain = ${plain} and place <> ${place}
      and decision = 'take'
    order by place limit 3`.execute(trx);
  return rows;
}

/** Stores a changed line of the version that was seen; false when it has another one by now. */
export async function updateLine(
  trx: Transaction,
  { tenantId, importId }: OfImport,
  line: LineRecord,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('bank_import_line')
    .set((row) => ({
      draft: JSON.stringify(line.draft),
      plain: line.plain,
      problems: JSON.stringify(line.problems),
      twins: JSON.stringify(line.twins),
      decision: line.decision,
      flagged: line.flagged,
      version: row('version', '+', 1),
    }))
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .where('place', '=', line.place)
    .where('version', '=', line.version)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

/** Removes the lines that are ready and returns them, in the order of the files. */
export async function takeReadyLines(
  trx: Transaction,
  { tenantId, importId }: OfImport,
): Promise<LineRecord[]> {
  const { rows } = await sql<LineRecord>`
    delete from bank_import_line
    where tenant_id = ${tenantId} and import_id = ${importId} and ${conditions.ready}
    returning ${columns}`.execute(trx);
  return rows.sort((one, other) => one.place - other.place);
}
