import { isAnswerable } from '../../../src/domain/quiz/practice/answerDays';
import { type Challenge, type ChallengeStep, challengeOf } from '../../../src/domain/quiz/practice/challenge';
import { isExam, isStepwise } from '../../../src/domain/quiz/practice/modes';
import type { RunQuestion, StoredRun } from './runRepository';

/** The questions of a set as the steps of a challenge. */
export function stepsOf(questions: readonly RunQuestion[]): (RunQuestion & ChallengeStep)[] {
  return questions.map((one) => ({ ...one, isOffered: one.meant && !one.sealed, said: saidOf(one) }));
}

function saidOf({ answer, correct, sealed }: RunQuestion): ChallengeStep['said'] {
  if (answer === null) return null;
  if (correct === null) return 'ungraded';
  if (sealed) return 'untold';
  return correct ? 'right' : 'wrong';
}

/**
 * What the member may see of a set now: of a practice set all that may be asked or are answered, of a challenge how far
 * it has come and what follows, of an exam all.
 */
export function visibleOf(
  run: StoredRun,
  questions: readonly RunQuestion[],
): Pick<Challenge<RunQuestion>, 'seen' | 'ahead' | 'ungraded'> {
  if (isStepwise(run.mode)) return challengeOf(stepsOf(questions));
  const seen = isExam(run.mode)
    ? [...questions]
    : questions.filter((one) => (one.meant && !one.sealed) || one.answer !== null);
  return { seen, ahead: [], ungraded: 0 };
}

/** Whether nothing more can be answered in a set: every visible question is, it was handed in, or its time has gone. */
export function isOver(run: StoredRun, questions: readonly RunQuestion[], today: string): boolean {
  if (isExam(run.mode)) return run.handedIn;
  if (!isAnswerable(run.openedOn, today)) return true;
  return visibleOf(run, questions).seen.every((one) => one.answer !== null);
}
