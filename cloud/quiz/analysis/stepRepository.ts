import { sql } from 'kysely';
import type { Transaction } from '../../database/tenantTransaction';
import { type Counting, firstAnswers, ofMembers } from '../firstAnswerRepository';

/** A question in use, and how many answers there are to look at. */
export interface AnsweredQuestion {
  questionId: string;
  answers: number;
}

/** Every question in use behind `after` (null: all) that was answered before today, or still has a share or figures; by id. */
export async function findAnswered(
  trx: Transaction,
  { tenantId, today }: Counting,
  after: string | null = null,
): Promise<AnsweredQuestion[]> {
  const { rows } = await sql<AnsweredQuestion>`
    with answered as (
      select question_id, count(*)::integer as answers from run_answer
      where tenant_id = ${tenantId} and correct is not null and day < ${today}::date group by question_id
      union all select distinct question_id, 0 from answer_share where tenant_id = ${tenantId}
      union all select question_id, 0 from question_figure where tenant_id = ${tenantId}
    )
    select q.id as "questionId", sum(answered.answers)::integer as answers
    from answered join question q on q.tenant_id = ${tenantId} and q.id = answered.question_id and q.state = 'reviewed'
    ${after === null ? sql`` : sql`where q.id > ${after}::uuid`}
    group by q.id order by q.id`.execute(trx);
  return rows;
}

/** Room to sort a step's answers in memory, for this transaction. */
const SORT_ROOM = '32MB';

/**
 * Gives the transaction room for what it sorts, and takes loops out of its plans: the table of sums is empty whenever the
 * database learns about it, so that it would be read once for every answer.
 */
export async function takeRoom(trx: Transaction): Promise<void> {
  await sql`select set_config('work_mem', ${SORT_ROOM}, true), set_config('enable_nestloop', 'off', true)`.execute(
    trx,
  );
}

/** The member that stands `size` behind `after` in the order of ids (null: the first); null when there are fewer. */
export async function findMemberBehind(
  trx: Transaction,
  tenantId: string,
  after: string | null,
  size: number,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from member where tenant_id = ${tenantId} ${after === null ? sql`` : sql`and id > ${after}::uuid`}
    order by id offset ${size - 1} limit 1`.execute(trx);
  return rows[0]?.id ?? null;
}

/**
 * Adds up what some members were right at. The sums never leave the transaction: the database refuses a commit with one
 * (`dropSums`).
 */
export async function addSums(
  trx: Transaction,
  counting: Counting,
  range: { after: string | null; upTo: string | null },
): Promise<void> {
  const { tenantId } = counting;
  await sql`
    insert into answer_sum (tenant_id, member_id, given, right_ones)
    select ${tenantId}::uuid, member_id, count(*), count(*) filter (where correct)
    from (${firstAnswers(counting, ofMembers(range))}) first group by member_id`.execute(trx);
}

/** Forgets the sums of members. */
export async function dropSums(trx: Transaction, tenantId: string): Promise<void> {
  await trx.deleteFrom('answer_sum').where('tenant_id', '=', tenantId).execute();
}
