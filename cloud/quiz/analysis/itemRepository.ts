import { type RawBuilder, sql } from 'kysely';
import type { QuestionKind } from '../../../src/domain/quiz/grade';
import type { Transaction } from '../../database/tenantTransaction';

/** The figures of a question in the list. */
export interface Item {
  questionId: string;
  difficulty: number;
  discrimination: number | null;
  /** The place of its verdict, worst first. */
  urgency: number;
}

/** A row of the list. */
export interface ItemRow extends Item {
  version: number;
  stem: string;
  type: QuestionKind;
  topic: string;
  options: string[];
  key: number[] | string[][];
  optionFigures: { share: number; instead: boolean }[];
}

/** Which questions of whose bank. */
export interface ItemFilter {
  organisationId: string;
  /** Only those whose key is probably wrong. */
  isSuspect: boolean;
  topic: string | null;
}

/** Where a list goes on. */
export interface ItemCursor {
  urgency: number;
  questionId: string;
}

const listed = (tenantId: string, { organisationId, isSuspect, topic }: ItemFilter): RawBuilder<unknown> =>
  sql`from question_figure f join question q on q.tenant_id = f.tenant_id and q.id = f.question_id
    where f.tenant_id = ${tenantId} and f.organisation_id = ${organisationId} and q.state = 'reviewed'
      ${isSuspect ? sql`and f.urgency = 0` : sql``} ${topic === null ? sql`` : sql`and q.topic = ${topic}`}`;

const itemColumns = sql`f.question_id as "questionId", f.difficulty, f.discrimination, f.urgency`;

/** A page of the list, worst first, behind `from`, at most `limit`. */
export async function findItems(
  trx: Transaction,
  tenantId: string,
  filter: ItemFilter,
  { from, limit }: { from: ItemCursor | null; limit: number },
): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select ${itemColumns}, q.version, q.stem, q.type, q.topic, q.options, q.key, f.options as "optionFigures"
    ${listed(tenantId, filter)}
      ${from === null ? sql`` : sql`and (f.urgency, f.question_id) > (${from.urgency}, ${from.questionId}::uuid)`}
    order by f.urgency, f.question_id limit ${limit}`.execute(trx);
  return rows;
}

/** The first `limit` of the list, as a picture needs them. */
export async function findDots(
  trx: Transaction,
  tenantId: string,
  filter: ItemFilter,
  limit: number,
): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select ${itemColumns} ${listed(tenantId, filter)} order by f.urgency, f.question_id limit ${limit}`.execute(
    trx,
  );
  return rows;
}

/** How many questions in use a bank has, how many have figures, and how many of these probably have a wrong key. */
export async function countItems(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
): Promise<{ questions: number; analysed: number; suspect: number }> {
  const { rows } = await sql<{ questions: number; analysed: number; suspect: number }>`
    select count(*)::integer as questions, count(f.question_id)::integer as analysed,
      (count(*) filter (where f.urgency = 0))::integer as suspect
    from question q left join question_figure f on f.tenant_id = q.tenant_id and f.question_id = q.id
      and f.organisation_id = ${organisationId}
    where q.tenant_id = ${tenantId} and q.organisation_id = ${organisationId} and q.state = 'reviewed'`.execute(
    trx,
  );
  return rows[0] ?? { questions: 0, analysed: 0, suspect: 0 };
}

/** Topics of a bank that have figures, at most `limit`. */
export async function findItemTopics(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ topic: string }>`
    select distinct q.topic ${listed(tenantId, { organisationId, isSuspect: false, topic: null })}
    order by q.topic limit ${limit}`.execute(trx);
  return rows.map(({ topic }) => topic);
}

/** The day before which everything was counted, or null. */
export async function findComputedOn(trx: Transaction, tenantId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('figure_night')
    .select('computed_on')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return row?.computed_on ?? null;
}
