import { sql } from 'kysely';
import type { QuestionAnswer, QuestionKey, QuestionKind } from '../../src/domain/quiz/grade';
import type { Candidate } from '../../src/domain/quiz/pickDailyFive';
import type { StoredSource } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';

/** Whose set of which day. */
export interface SetKey {
  tenantId: string;
  memberId: string;
  /** `YYYY-MM-DD`. */
  day: string;
}

/** A question of a member's set, with its key: for the server only. */
export interface SetQuestion {
  id: string;
  type: QuestionKind;
  stem: string;
  options: string[];
  key: number[] | string[][];
  explanation: string;
  source: StoredSource;
  topic: string;
  demo: boolean;
  state: 'draft' | 'reviewed' | 'retired';
  /** The member's last answer in an earlier set was wrong. */
  again: boolean;
  /** The answer given in this set; null when there is none yet. */
  answer: number[] | string[] | null;
  correct: boolean | null;
}

/**
 * The questions fixed for one day in their order, or only one of them
 * (`questionId`), with what was answered; empty when nothing is fixed for that
 * day (or the question is not in it).
 */
export async function findSet(trx: Transaction, key: SetKey, questionId?: string): Promise<SetQuestion[]> {
  const { rows } = await sql<SetQuestion>`
    select q.id, q.type, q.stem, q.options, q.key, q.explanation, q.source, q.topic, q.demo, q.state,
      given.answer, given.correct,
      coalesce((select not earlier.correct from quiz_answer earlier
        where earlier.tenant_id = five.tenant_id and earlier.member_id = five.member_id
          and earlier.question_id = q.id and earlier.day < five.day
        order by earlier.day desc limit 1), false) as again
    from daily_five five
    cross join lateral unnest(five.question_ids) with ordinality as pick (question_id, place)
    join question q on q.tenant_id = five.tenant_id and q.id = pick.question_id
    left join quiz_answer given on given.tenant_id = five.tenant_id and given.member_id = five.member_id
      and given.day = five.day and given.question_id = q.id
    where five.tenant_id = ${key.tenantId} and five.member_id = ${key.memberId} and five.day = ${key.day}
      ${questionId === undefined ? sql`` : sql`and pick.question_id = ${questionId}`}
    order by pick.place`.execute(trx);
  return rows;
}

/** Every reviewed question of the given organisations with what the member has done with it. */
export async function findCandidates(
  trx: Transaction,
  { tenantId, memberId }: { tenantId: string; memberId: string },
  organisationIds: readonly string[],
): Promise<Candidate[]> {
  const { rows } = await sql<{ id: string; last_answered_on: string | null; due_on: string | null }>`
    select q.id, done.day as last_answered_on, comeback.due_on
    from question q
    left join (
      select question_id, max(day) as day from quiz_answer
      where tenant_id = ${tenantId} and member_id = ${memberId} group by question_id
    ) done on done.question_id = q.id
    left join comeback on comeback.tenant_id = q.tenant_id and comeback.member_id = ${memberId}
      and comeback.question_id = q.id
    where q.tenant_id = ${tenantId} and q.state = 'reviewed' and q.organisation_id = any(${organisationIds}::uuid[])`.execute(
    trx,
  );
  return rows.map((row) => ({ questionId: row.id, lastAnsweredOn: row.last_answered_on, dueOn: row.due_on }));
}

/** Fixes a day's questions unless they are fixed already; of two phones at once the first wins and the other waits. */
export async function fixSet(trx: Transaction, key: SetKey, questionIds: readonly string[]): Promise<void> {
  await trx
    .insertInto('daily_five')
    .values({
      tenant_id: key.tenantId,
      member_id: key.memberId,
      day: key.day,
      question_ids: [...questionIds],
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'member_id', 'day']).doNothing())
    .execute();
}

/**
 * Keeps the first answer to a question of a set, and with it whether and when
 * the question comes back, in one statement. False when there is an answer
 * already: then nothing changes. An answer that arrives after one to the same
 * question in a later set leaves the comeback as the later one made it.
 */
export async function recordAnswer(
  trx: Transaction,
  key: SetKey,
  given: { questionId: string; answer: QuestionAnswer; correct: boolean; dueOn: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ recorded: number }>`
    with recorded as (
      insert into quiz_answer (tenant_id, member_id, day, question_id, answer, correct)
      values (${key.tenantId}, ${key.memberId}, ${key.day}, ${given.questionId},
        ${JSON.stringify(given.answer)}, ${given.correct})
      on conflict (tenant_id, member_id, day, question_id) do nothing
      returning tenant_id, member_id, question_id, day
    ), newest as (
      select * from recorded where not exists (
        select 1 from quiz_answer later
        where later.tenant_id = recorded.tenant_id and later.member_id = recorded.member_id
          and later.question_id = recorded.question_id and later.day > recorded.day)
    ), waits as (
      insert into comeback (tenant_id, member_id, question_id, due_on)
      select tenant_id, member_id, question_id, ${given.dueOn}::date from newest where ${given.dueOn}::date is not null
      on conflict (tenant_id, member_id, question_id) do update set due_on = excluded.due_on
    ), remembered as (
      delete from comeback using newest
      where ${given.dueOn}::date is null and comeback.tenant_id = newest.tenant_id
        and comeback.member_id = newest.member_id and comeback.question_id = newest.question_id
    )
    select count(*) as recorded from recorded`.execute(trx);
  return (rows[0]?.recorded ?? 0) > 0;
}

/** A question that two people stand behind, as demo filling and tests bring it in; imports come with their own preview. */
export interface ReviewedQuestion {
  id: string;
  organisationId: string;
  type: QuestionKind;
  stem: string;
  /** Empty for true-false. */
  options: readonly string[];
  /** Sorted indexes into `options`; of true-false `[1]` for true and `[0]` for false; of blanks the texts of each. */
  key: QuestionKey;
  explanation: string;
  source: StoredSource;
  topic: string;
  demo: boolean;
  authorId: string;
  /** Must not be the author: the table refuses it (product.md B2). */
  reviewerId: string;
}

/** Adds a reviewed question. */
export async function insertReviewedQuestion(
  trx: Transaction,
  tenantId: string,
  question: ReviewedQuestion,
): Promise<void> {
  await trx
    .insertInto('question')
    .values({
      tenant_id: tenantId,
      id: question.id,
      organisation_id: question.organisationId,
      type: question.type,
      stem: question.stem,
      options: JSON.stringify(question.options),
      key: JSON.stringify(question.key),
      explanation: question.explanation,
      source: JSON.stringify(question.source),
      topic: question.topic,
      state: 'reviewed',
      demo: question.demo,
      author_id: question.authorId,
      reviewer_id: question.reviewerId,
    })
    .execute();
}

/** A question that was in one of the member's sets (of those still kept) or was answered by the member, or null. */
export async function findAskedQuestion(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  questionId: string,
): Promise<{ stem: string; organisationId: string } | null> {
  const { rows } = await sql<{ stem: string; organisationId: string }>`
    select q.stem, q.organisation_id as "organisationId" from question q
    where q.tenant_id = ${tenantId} and q.id = ${questionId} and (
      exists (select 1 from daily_five five
        where five.tenant_id = q.tenant_id and five.member_id = ${memberId} and q.id = any(five.question_ids))
      or exists (select 1 from quiz_answer given
        where given.tenant_id = q.tenant_id and given.member_id = ${memberId} and given.question_id = q.id))`.execute(
    trx,
  );
  return rows[0] ?? null;
}
