import { isAnswerable } from '../../../src/domain/quiz/practice/answerDays';
import { isExam, isStepwise } from '../../../src/domain/quiz/practice/modes';
import type { RunQuestion, StoredRun } from './runRepository';

/**
 * The questions that the member may see now: of a practice set all that may be asked or are answered, of a challenge
 * those up to the first open one (none after a wrong answer), of an exam all.
 */
export function visibleOf(run: StoredRun, questions: readonly RunQuestion[]): RunQuestion[] {
  if (isExam(run.mode)) return [...questions];
  const alive = questions.filter((one) => (one.meant && !one.sealed) || one.answer !== null);
  if (!isStepwise(run.mode)) return alive;
  const wrong = alive.findIndex((one) => one.correct === false);
  if (wrong >= 0) return alive.slice(0, wrong + 1);
  const open = alive.findIndex((one) => one.answer === null);
  return open >= 0 ? alive.slice(0, open + 1) : alive;
}

/** Whether nothing more can be answered in a set: every visible question is, it was handed in, or its time has gone. */
export function isOver(run: StoredRun, questions: readonly RunQuestion[], today: string): boolean {
  if (isExam(run.mode)) return run.handedIn;
  if (!isAnswerable(run.openedOn, today)) return true;
  return visibleOf(run, questions).every((one) => one.answer !== null);
}
