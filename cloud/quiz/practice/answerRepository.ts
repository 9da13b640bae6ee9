import { sql } from 'kysely';
import type { QuestionAnswer } from '../../../src/domain/quiz/grade';
import type { Memory } from '../../../src/domain/quiz/practice/memory';
import type { Transaction } from '../../database/tenantTransaction';

/** To which question of which set of whom. */
export interface AnswerKey {
  tenantId: string;
  memberId: string;
  runId: string;
  questionId: string;
}

/** How the memory of a question moves with an answer. */
export interface MovedCard extends Memory {
  questionId: string;
  wrong: boolean;
}

/**
 * Keeps the first answer to a question of a set and moves its card, in one statement. False when there is an answer
 * already: then nothing changes. `moved` is computed from the card as it was read; when another answer of the same day
 * was faster, the card stays as that one made it, but for a mistake, which is always noted.
 */
export async function recordAnswer(
  trx: Transaction,
  key: AnswerKey,
  given: { answer: QuestionAnswer; correct: boolean; day: string },
  moved: Memory,
): Promise<boolean> {
  const { rows } = await sql<{ recorded: number }>`
    with recorded as (
      insert into run_answer (tenant_id, member_id, run_id, question_id, answer, correct, day)
      values (${key.tenantId}, ${key.memberId}, ${key.runId}, ${key.questionId},
        ${JSON.stringify(given.answer)}, ${given.correct}, ${given.day})
      on conflict (tenant_id, run_id, question_id, late) do nothing
      returning tenant_id, member_id, question_id
    ), moved as (
      insert into review_card (tenant_id, member_id, question_id, stability, difficulty, last_on, due_on, wrong)
      select tenant_id, member_id, question_id, ${moved.stability}::real, ${moved.difficulty}::real,
        ${moved.lastOn}::date, ${moved.dueOn}::date, ${!given.correct}::boolean from recorded
      ${onSameCard}
    )
    select count(*)::integer as recorded from recorded`.execute(trx);
  return (rows[0]?.recorded ?? 0) > 0;
}

/** The first answer of a day moves a card; a later one of the same day only notes a mistake, which comes back soon. */
const onSameCard = sql`on conflict (tenant_id, member_id, question_id) do update set
        stability = case when review_card.last_on < excluded.last_on then excluded.stability else review_card.stability end,
        difficulty = case when review_card.last_on < excluded.last_on then excluded.difficulty else review_card.difficulty end,
        due_on = case when review_card.last_on < excluded.last_on then excluded.due_on
          when excluded.wrong then least(review_card.due_on, excluded.due_on) else review_card.due_on end,
        wrong = case when review_card.last_on < excluded.last_on then excluded.wrong
          else review_card.wrong or excluded.wrong end,
        last_on = greatest(review_card.last_on, excluded.last_on)`;

/** Keeps an answer that is never graded, unless there is one already. */
export async function keepUngraded(
  trx: Transaction,
  key: AnswerKey,
  given: { answer: QuestionAnswer; day: string },
): Promise<void> {
  await trx
    .insertInto('run_answer')
    .values(answerRow(key, { ...given, late: false }))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'run_id', 'question_id', 'late']).doNothing())
    .execute();
}

/** Keeps an answer in an exam, in place of an earlier one; `late` ones lie beside those in time. */
export async function saveAnswer(
  trx: Transaction,
  key: AnswerKey,
  given: { answer: QuestionAnswer; day: string; late: boolean },
): Promise<void> {
  await trx
    .insertInto('run_answer')
    .values(answerRow(key, given))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'run_id', 'question_id', 'late']).doUpdateSet({
        answer: (eb) => eb.ref('excluded.answer'),
        day: (eb) => eb.ref('excluded.day'),
      }),
    )
    .execute();
}

function answerRow(key: AnswerKey, given: { answer: QuestionAnswer; day: string; late: boolean }) {
  return {
    tenant_id: key.tenantId,
    member_id: key.memberId,
    run_id: key.runId,
    question_id: key.questionId,
    answer: JSON.stringify(given.answer),
    correct: null,
    late: given.late,
    day: given.day,
  };
}

/** An answer in time with its question's key and card, to be graded. */
export interface UngradedAnswer {
  questionId: string;
  type: 'single' | 'multiple' | 'trueFalse' | 'blank';
  options: string[];
  key: number[] | string[][];
  answer: number[] | string[];
  memory: Memory | null;
}

/** The answers in time of a set that are not graded yet. */
export async function findUngraded(
  trx: Transaction,
  { tenantId, memberId, runId }: Omit<AnswerKey, 'questionId'>,
): Promise<UngradedAnswer[]> {
  const { rows } = await sql<UngradedAnswer>`
    select q.id as "questionId", q.type, q.options, q.key, a.answer,
      case when card.last_on is null then null else json_build_object('stability', card.stability,
        'difficulty', card.difficulty, 'lastOn', card.last_on, 'dueOn', card.due_on) end as memory
    from run_answer a
    join question q on q.tenant_id = a.tenant_id and q.id = a.question_id
    left join review_card card on card.tenant_id = a.tenant_id and card.member_id = a.member_id
      and card.question_id = a.question_id
    where a.tenant_id = ${tenantId} and a.run_id = ${runId} and a.member_id = ${memberId}
      and not a.late and a.correct is null`.execute(trx);
  return rows;
}

/**
 * Writes the verdicts of a set and moves the cards; an exam is handed in once, under the lock of its row. `deadlineAt`
 * stays with a set that the clock handed in, so that a later answer is known to be late; null otherwise.
 */
export async function gradeRun(
  trx: Transaction,
  { tenantId, memberId, runId }: Omit<AnswerKey, 'questionId'>,
  { verdicts, deadlineAt }: { verdicts: readonly MovedCard[]; deadlineAt: Date | null },
): Promise<void> {
  const cards = JSON.stringify(verdicts);
  await sql`
    with verdict as (
      select * from json_to_recordset(${cards}::json) as v ("questionId" uuid, stability real, difficulty real,
        "lastOn" date, "dueOn" date, wrong boolean)
    ), closed as (
      update quiz_run set handed_in = true, deadline_at = ${deadlineAt}
      where tenant_id = ${tenantId} and id = ${runId} and member_id = ${memberId}
    ), graded as (
      update run_answer set correct = not verdict.wrong from verdict
      where run_answer.tenant_id = ${tenantId} and run_answer.run_id = ${runId}
        and run_answer.question_id = verdict."questionId" and not run_answer.late
    )
    insert into review_card (tenant_id, member_id, question_id, stability, difficulty, last_on, due_on, wrong)
    select ${tenantId}::uuid, ${memberId}::uuid, "questionId", stability, difficulty, "lastOn", "dueOn", wrong from verdict
    ${onSameCard}`.execute(trx);
}
