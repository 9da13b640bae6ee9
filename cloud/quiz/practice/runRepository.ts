import { type RawBuilder, sql } from 'kysely';
import type { QuestionKind } from '../../../src/domain/quiz/grade';
import type { Memory } from '../../../src/domain/quiz/practice/memory';
import type { RunMode } from '../../../src/domain/quiz/practice/modes';
import type { StoredSource } from '../../database/tables';
import type { Transaction } from '../../database/tenantTransaction';
import { type Asking, meant, sealed } from '../askableRepository';

/** One set of one member. */
export interface StoredRun {
  id: string;
  memberId: string;
  mode: RunMode;
  label: string;
  attempt: number;
  questionIds: string[];
  /** `YYYY-MM-DD`. */
  openedOn: string;
  deadlineAt: Date | null;
  handedIn: boolean;
}

/** A question of a set with its key and what the member did with it: for the server only. */
export interface RunQuestion {
  id: string;
  type: QuestionKind;
  stem: string;
  options: string[];
  key: number[] | string[][];
  explanation: string;
  source: StoredSource;
  topic: string;
  demo: boolean;
  /** It is in force and for the member. */
  meant: boolean;
  /** It is on a paper that is not closed, or would tell its key: nothing is said of it in whatever set it is in. */
  sealed: boolean;
  /** The member's last answer before this set was wrong. */
  again: boolean;
  /** The answer that counts; null when there is none yet. */
  answer: number[] | string[] | null;
  /** Null when there is none, or it is not graded. */
  correct: boolean | null;
  /** When the answer was received, `YYYY-MM-DD`. */
  answeredOn: string | null;
  /** What came after the time of an exam was over. */
  lateAnswer: number[] | string[] | null;
}

type Who = Pick<Asking, 'tenantId' | 'memberId'>;

const runColumns = sql`r.id, r.member_id as "memberId", r.mode, r.label, r.attempt, r.question_ids as "questionIds",
  r.opened_on as "openedOn", r.deadline_at as "deadlineAt", r.handed_in as "handedIn"`;

/** The member's own set, or null; `lock` holds it until the transaction ends (exams: answers and handing in one after the other). */
export async function findRun(
  trx: Transaction,
  { tenantId, memberId }: Who,
  runId: string,
  { lock = false } = {},
): Promise<StoredRun | null> {
  const { rows } = await sql<StoredRun>`
    select ${runColumns} from quiz_run r
    where r.tenant_id = ${tenantId} and r.id = ${runId} and r.member_id = ${memberId} ${lock ? sql`for update` : sql``}`.execute(
    trx,
  );
  return rows[0] ?? null;
}

/** The member's last attempt at the set of that name, or null. */
export async function findNewestRun(
  trx: Transaction,
  { tenantId, memberId }: Who,
  { mode, label }: { mode: RunMode; label: string },
): Promise<StoredRun | null> {
  const { rows } = await sql<StoredRun>`
    select ${runColumns} from quiz_run r
    where r.tenant_id = ${tenantId} and r.member_id = ${memberId} and r.mode = ${mode} and r.label = ${label}
    order by r.attempt desc limit 1`.execute(trx);
  return rows[0] ?? null;
}

/** Fixes a set unless that attempt is there already; of two phones at once the first wins and the other waits. */
export async function insertRun(
  trx: Transaction,
  tenantId: string,
  run: Omit<StoredRun, 'handedIn'>,
): Promise<void> {
  await trx
    .insertInto('quiz_run')
    .values({
      tenant_id: tenantId,
      id: run.id,
      member_id: run.memberId,
      mode: run.mode,
      label: run.label,
      attempt: run.attempt,
      question_ids: run.questionIds,
      opened_on: run.openedOn,
      deadline_at: run.deadlineAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'member_id', 'mode', 'label', 'attempt']).doNothing(),
    )
    .execute();
}

/** The questions of a set in their order with what was answered. */
export async function findRunQuestions(
  trx: Transaction,
  asking: Asking,
  runId: string,
): Promise<RunQuestion[]> {
  const { rows } = await sql<RunQuestion>`
    select ${questionColumns(asking)}
    from quiz_run r
    cross join lateral unnest(r.question_ids) with ordinality as pick (question_id, number)
    join question q on q.tenant_id = r.tenant_id and q.id = pick.question_id
    ${givenJoins}
    where r.tenant_id = ${asking.tenantId} and r.id = ${runId} and r.member_id = ${asking.memberId}
    order by pick.number`.execute(trx);
  return rows;
}

/** A set with one question of it, as far as an answer to it needs to know. */
export interface AskedRun extends StoredRun {
  question: (RunQuestion & { memory: Memory | null }) | null;
}

/**
 * The member's own set (by its id, or the five of a day) with one of its questions (null when it is not in the set); null
 * when there is no such set. One statement: every answer waits for it.
 */
export async function findAsked(
  trx: Transaction,
  asking: Asking,
  set: { runId: string } | { day: string },
  questionId: string,
): Promise<AskedRun | null> {
  const { tenantId, memberId } = asking;
  const { rows } = await sql<{ run: StoredRun; question: AskedRun['question'] }>`
    select row_to_json(run) as run, row_to_json(asked) as question
    from (
      select ${runColumns} from quiz_run r where r.tenant_id = ${tenantId} and r.member_id = ${memberId}
        and ${'runId' in set ? sql`r.id = ${set.runId}` : sql`r.mode = 'dailyFive' and r.label = ${set.day} and r.attempt = 1`}
    ) run
    left join lateral (
      select ${questionColumns(asking)}, case when card.last_on is null then null else json_build_object(
          'stability', card.stability, 'difficulty', card.difficulty, 'lastOn', card.last_on, 'dueOn', card.due_on) end as memory
      from quiz_run r
      join question q on q.tenant_id = r.tenant_id and q.id = any(r.question_ids)
      ${givenJoins}
      where r.tenant_id = ${tenantId} and r.id = run.id and q.id = ${questionId}
    ) asked on true`.execute(trx);
  const [row] = rows;
  if (!row) return null;
  // JSON has no instants.
  const deadlineAt = row.run.deadlineAt && new Date(row.run.deadlineAt);
  return { ...row.run, deadlineAt, question: row.question };
}

/** What the member gave to question `q` of set `r`, and the card of it. */
const givenJoins = sql`left join run_answer given on given.tenant_id = r.tenant_id and given.run_id = r.id
      and given.question_id = q.id and not given.late
    left join run_answer overdue on overdue.tenant_id = r.tenant_id and overdue.run_id = r.id
      and overdue.question_id = q.id and overdue.late
    left join review_card card on card.tenant_id = r.tenant_id and card.member_id = r.member_id
      and card.question_id = q.id`;

function questionColumns(asking: Asking): RawBuilder<unknown> {
  return sql`q.id, q.type, q.stem, q.options, q.key, q.explanation, q.source, q.topic, q.demo,
      (${meant(asking)}) as meant, ${sealed(asking)} as sealed, given.answer, given.correct, given.day as "answeredOn",
      overdue.answer as "lateAnswer",
      case when given.answer is null then coalesce(card.wrong, false)
        else coalesce((select not earlier.correct from run_answer earlier
          where earlier.tenant_id = r.tenant_id and earlier.member_id = r.member_id and earlier.question_id = q.id
            and earlier.day < given.day and earlier.correct is not null
          order by earlier.day desc limit 1), false) end as again`;
}

/** Exams whose time was over before `before` and that nobody handed in, held by whoever gets them first; at most `limit`. */
export async function takeOverdueExams(
  trx: Transaction,
  tenantId: string,
  { before, limit }: { before: Date; limit: number },
): Promise<StoredRun[]> {
  const { rows } = await sql<StoredRun>`
    select ${runColumns} from quiz_run r
    where r.tenant_id = ${tenantId} and r.deadline_at < ${before} and not r.handed_in
    order by r.deadline_at, r.id limit ${limit} for update skip locked`.execute(trx);
  return rows;
}

/**
 * Forgets the deadlines of exams that ended before `deadlineBefore`, sets opened before `openedBefore` with their
 * answers, and sets opened before `untouchedBefore` in which nothing was answered (days `YYYY-MM-DD`).
 */
export async function deleteOldRuns(
  trx: Transaction,
  tenantId: string,
  {
    deadlineBefore,
    openedBefore,
    untouchedBefore,
  }: { deadlineBefore: Date; openedBefore: string; untouchedBefore: string },
): Promise<void> {
  await sql`
    update quiz_run set deadline_at = null
    where tenant_id = ${tenantId} and deadline_at < ${deadlineBefore} and handed_in`.execute(trx);
  await sql`
    delete from quiz_run r where r.tenant_id = ${tenantId} and r.opened_on < ${untouchedBefore}::date
      and (r.opened_on < ${openedBefore}::date or not exists (
        select 1 from run_answer a where a.tenant_id = r.tenant_id and a.run_id = r.id))`.execute(trx);
}
