import { sql } from 'kysely';
import type { BankImportCounts } from '../../database/tables';
import type { Transaction } from '../../database/tenantTransaction';

/** An import as it is stored, with the organisation that it is for. */
export interface ImportRecord {
  id: string;
  version: number;
  state: 'preview' | 'applied' | 'undone';
  organisationId: string;
  organisationPath: string;
  organisationName: string;
  topic: string;
  createdAt: Date;
  endsAt: Date;
  files: { name: string; evidence: string }[];
  counts: BankImportCounts;
}

/** How many lines each list has now. */
export interface ImportLists {
  ready: number;
  problems: number;
  twins: number;
  left: number;
}

interface Owner {
  tenantId: string;
  memberId: string;
}

const columns = sql`i.id, i.version, i.state, i.organisation_id as "organisationId", o.path as "organisationPath",
  o.name as "organisationName", i.topic, i.created_at as "createdAt", i.ends_at as "endsAt", i.files, i.counts`;

/** Stores a new preview without its lines. */
export async function insertImport(
  trx: Transaction,
  { tenantId, memberId }: Owner,
  made: Pick<ImportRecord, 'id' | 'organisationId' | 'topic' | 'createdAt' | 'endsAt' | 'files' | 'counts'>,
): Promise<void> {
  await trx
    .insertInto('bank_import')
    .values({
      tenant_id: tenantId,
      id: made.id,
      owner_id: memberId,
      organisation_id: made.organisationId,
      files: JSON.stringify(made.files),
      topic: made.topic,
      counts: JSON.stringify(made.counts),
      created_at: made.createdAt,
      ends_at: made.endsAt,
    })
    .execute();
}

/** An own import whose time has not ended, or null; with `lock` nobody else changes it meanwhile. */
export async function findOwnImport(
  trx: Transaction,
  { tenantId, memberId }: Owner,
  importId: string,
  now: Date,
  { lock = false } = {},
): Promise<ImportRecord | null> {
  const { rows } = await sql<ImportRecord>`
    select ${columns} from bank_import i
    join organisation o on o.tenant_id = i.tenant_id and o.id = i.organisation_id
    where i.tenant_id = ${tenantId} and i.id = ${importId} and i.owner_id = ${memberId} and i.ends_at > ${now}
    ${lock ? sql`for update of i` : sql``}`.execute(trx);
  return rows[0] ?? null;
}

/** The newest own imports whose time has not ended. */
export async function listOwnImports(
  trx: Transaction,
  { tenantId, memberId }: Owner,
  now: Date,
  limit: number,
): Promise<ImportRecord[]> {
  const { rows } = await sql<ImportRecord>`
    select ${columns} from bank_import i
    join organisation o on o.tenant_id = i.tenant_id and o.id = i.organisation_id
    where i.tenant_id = ${tenantId} and i.owner_id = ${memberId} and i.ends_at > ${now}
    order by i.created_at desc, i.id desc limit ${limit}`.execute(trx);
  return rows;
}

/** Counts the version up and stores what changed; returns the new version. */
export async function updateImport(
  trx: Transaction,
  tenantId: string,
  importId: string,
  changes: { state?: ImportRecord['state']; counts?: BankImportCounts; endsAt?: Date } = {},
): Promise<number> {
  const { state, counts, endsAt } = changes;
  const { version } = await trx
    .updateTable('bank_import')
    .set((row) => ({
      version: row('version', '+', 1),
      ...(state === undefined ? {} : { state }),
      ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
      ...(endsAt === undefined ? {} : { ends_at: endsAt }),
    }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', importId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Removes an own preview with its lines; false when there is none. */
export async function deletePreview(
  trx: Transaction,
  { tenantId, memberId }: Owner,
  importId: string,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('bank_import')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', importId)
    .where('owner_id', '=', memberId)
    .where('state', '=', 'preview')
    .executeTakeFirst();
  return numDeletedRows > 0;
}

/** Counts the lists of several imports. */
export async function countLists(
  trx: Transaction,
  tenantId: string,
  importIds: readonly string[],
): Promise<Map<string, ImportLists>> {
  const { rows } = await sql<ImportLists & { importId: string }>`
    select import_id as "importId",
      count(*) filter (where decision = 'take' and problems = '[]')::int as ready,
      count(*) filter (where decision = 'take' and problems <> '[]')::int as problems,
      count(*) filter (where twins <> '[]')::int as twins,
      count(*) filter (where decision = 'leave')::int as "left"
    from bank_import_line
    where tenant_id = ${tenantId} and import_id = any(${[...importIds]}::uuid[])
    group by import_id`.execute(trx);
  return new Map(rows.map(({ importId, ...lists }) => [importId, lists]));
}

/**
 * Those of the imports that have a question which somebody has answered, which is on a paper, or which somebody has
 * corrected: what keeps an import from being taken back. Who has a card of a question has answered it.
 */
export async function findImportsInUse(
  trx: Transaction,
  tenantId: string,
  importIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ importId: string }>`
    select i.id as "importId" from unnest(${[...importIds]}::uuid[]) i (id)
    where exists (select 1 from question q
        join run_answer a on a.tenant_id = q.tenant_id and a.question_id = q.id
        where q.tenant_id = ${tenantId} and q.import_id = i.id)
      or exists (select 1 from question q
        join paper_question on_paper on on_paper.tenant_id = q.tenant_id and on_paper.question_id = q.id
        where q.tenant_id = ${tenantId} and q.import_id = i.id)
      or exists (select 1 from question q
        join question correction on correction.tenant_id = q.tenant_id and correction.replaces_id = q.id
        where q.tenant_id = ${tenantId} and q.import_id = i.id and correction.import_id is distinct from i.id)`.execute(
    trx,
  );
  return new Set(rows.map(({ importId }) => importId));
}

/**
 * Ends what has had its time at `now`: lines go, and with them whatever was not applied; an applied import stays as the
 * name of where its questions came from. Returns how many imports it touched.
 */
export async function purgeImports(trx: Transaction, tenantId: string, now: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with ended as (select id, state from bank_import where tenant_id = ${tenantId} and ends_at <= ${now}),
      lines as (delete from bank_import_line using ended
        where bank_import_line.tenant_id = ${tenantId} and import_id = ended.id and ended.state = 'applied')
    delete from bank_import using ended
    where bank_import.tenant_id = ${tenantId} and bank_import.id = ended.id and ended.state <> 'applied'
      and not exists (select 1 from question_review r
        where r.tenant_id = bank_import.tenant_id and r.import_id = bank_import.id)
    returning bank_import.id`.execute(trx);
  return rows.length;
}
