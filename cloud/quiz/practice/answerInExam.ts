import type { QuestionAnswer } from '../../../src/domain/quiz/grade';
import { isPastGrace } from '../../../src/domain/quiz/practice/examClock';
import { AppError } from '../../appError';
import type { Context } from '../../operation';
import { saveAnswer } from './answerRepository';
import { findRun, type StoredRun } from './runRepository';
import { settleExam } from './settleExam';

/**
 * Keeps an answer in one of the member's own exams in place of an earlier one; nothing is said about it before the exam
 * is handed in. One that is received more than 30 s after the deadline is kept beside those in time and never graded:
 * true. Refused: `run_handed_in` once the person has handed in (or the clock did so long ago).
 */
export async function answerInExam(
  context: Context,
  asked: StoredRun,
  questionId: string,
  answer: QuestionAnswer,
): Promise<boolean> {
  const { trx, actor, now } = context;
  const held = await findRun(trx, actor, asked.id, { lock: true });
  if (!held) throw new AppError('not_found');
  const run = await settleExam(context, held);
  if (run.handedIn && !run.deadlineAt) throw new AppError('run_handed_in');
  // The clock hands in when the grace is over, so what it has closed is late.
  const late = run.handedIn || (run.deadlineAt !== null && isPastGrace(run.deadlineAt, now));
  const key = { tenantId: actor.tenantId, memberId: actor.memberId, runId: run.id, questionId };
  await saveAnswer(trx, key, { answer, day: actor.today, late });
  return late;
}
