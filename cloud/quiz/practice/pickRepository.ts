import { type RawBuilder, sql } from 'kysely';
import type { ExamCandidate } from '../../../src/domain/quiz/practice/mockExam';
import type { Candidate } from '../../../src/domain/quiz/practice/pickSet';
import type { Transaction } from '../../database/tenantTransaction';
import { type Asking, askable } from '../askableRepository';

/**
 * What a set of `size` may be picked from, bounded however large the bank is: mistakes that are due, never answered ones
 * in an order fixed by `seed`, and those answered longest ago, at most `size` of each.
 */
export async function findCandidates(
  trx: Transaction,
  asking: Asking,
  { size, seed, topic }: { size: number; seed: string; topic: string | null },
): Promise<Candidate[]> {
  const { tenantId, memberId, today } = asking;
  const ofTopic = topic === null ? sql`` : sql`and q.topic = ${topic}`;
  const ofCard = sql`from review_card card
      join question q on q.tenant_id = card.tenant_id and q.id = card.question_id
      where card.tenant_id = ${tenantId} and card.member_id = ${memberId} and ${askable(asking)} ${ofTopic}`;
  const { rows } = await sql<Candidate>`
    (select q.id as "questionId", card.last_on as "lastAnsweredOn", card.due_on as "dueOn" ${ofCard}
      and card.wrong and card.due_on <= ${today}::date order by card.due_on, q.id limit ${size})
    union all
    (select q.id, null::date, null::date from question q
      where q.tenant_id = ${tenantId} and ${askable(asking)} ${ofTopic} and ${isFresh(asking)}
      order by md5(q.id::text || ${seed}::text), q.id limit ${size})
    union all
    (select q.id, card.last_on, null::date ${ofCard} and not card.wrong order by card.last_on, q.id limit ${size})`.execute(
    trx,
  );
  return rows;
}

/** Questions due for review on the day, longest due first, at most `limit`. */
export function findDue(trx: Transaction, asking: Asking, limit: number): Promise<string[]> {
  return findByCard(trx, asking, limit, sql`card.due_on <= ${asking.today}::date`);
}

/** The member's mistakes, those due first at the front, at most `limit`. */
export function findMistakes(trx: Transaction, asking: Asking, limit: number): Promise<string[]> {
  return findByCard(trx, asking, limit, sql`card.wrong`);
}

/** Card by card in the order in which they are due, and no further than needed: the bank may be as large as it likes. */
async function findByCard(
  trx: Transaction,
  asking: Asking,
  limit: number,
  which: RawBuilder<boolean>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select card.question_id as id from review_card card
    cross join lateral (
      select 1 from question q
      where q.tenant_id = card.tenant_id and q.id = card.question_id and ${askable(asking)} limit 1
    ) asked
    where card.tenant_id = ${asking.tenantId} and card.member_id = ${asking.memberId} and ${which}
    order by card.due_on, card.question_id limit ${limit}`.execute(trx);
  return rows.map((row) => row.id);
}

/** Questions that the member never answered, in an order fixed by `seed`, at most `limit`. */
export async function findFresh(
  trx: Transaction,
  asking: Asking,
  { seed, limit }: { seed: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select q.id from question q
    where q.tenant_id = ${asking.tenantId} and ${askable(asking)} and ${isFresh(asking)}
    order by md5(q.id::text || ${seed}::text), q.id limit ${limit}`.execute(trx);
  return rows.map((row) => row.id);
}

/** At most `perType` questions of each type in an order fixed by `seed`. */
export async function findForExam(
  trx: Transaction,
  asking: Asking,
  { seed, perType }: { seed: string; perType: number },
): Promise<ExamCandidate[]> {
  const { rows } = await sql<ExamCandidate>`
    select id as "questionId", type from (
      select q.id, q.type, md5(q.id::text || ${seed}::text) as chance,
        row_number() over (partition by q.type order by md5(q.id::text || ${seed}::text), q.id) as number
      from question q where q.tenant_id = ${asking.tenantId} and ${askable(asking)}
    ) shuffled where number <= ${perType} order by chance, id`.execute(trx);
  return rows;
}

/** The topics that have questions for the member, and how many. */
export async function findTopics(
  trx: Transaction,
  asking: Asking,
): Promise<{ topic: string; size: number }[]> {
  const { rows } = await sql<{ topic: string; size: number }>`
    select q.topic, count(*)::integer as size from question q
    where q.tenant_id = ${asking.tenantId} and ${askable(asking)} group by q.topic order by q.topic`.execute(
    trx,
  );
  return rows;
}

function isFresh({ tenantId, memberId }: Asking) {
  return sql`not exists (select 1 from review_card known
        where known.tenant_id = ${tenantId} and known.member_id = ${memberId} and known.question_id = q.id)`;
}
