/** What a challenge must know of one of its questions; they stand in the order of the set. */
export interface ChallengeStep {
  id: string;
  /** It may be asked now: in force, for the member, on no paper that is not closed. */
  isOffered: boolean;
  /** What became of the answer; `untold` while a paper that is not closed asks it; null when there is none. */
  said: 'right' | 'wrong' | 'untold' | 'ungraded' | null;
}

/** A challenge as it stands. */
export interface Challenge<T> {
  /** What was answered and graded, and the open one behind it. */
  seen: T[];
  /** The one to be answered now; null when it is over. */
  open: T | null;
  /** What follows the open one: a phone without network goes on with it. */
  ahead: T[];
  /** Answers to what came after the error: kept, never graded. */
  ungraded: number;
}

/** Nine behind the open one are ten on a phone: as many as any set has, and a ride underground. */
export const STEPS_AHEAD = 9;

/**
 * How far a challenge has come: it ends at the first error in the order of its set, whatever was answered after it. What
 * may not be asked any more is stepped over unless it was answered.
 */
export function challengeOf<T extends ChallengeStep>(steps: readonly T[]): Challenge<T> {
  const isOver = steps.some(({ said }) => said === 'wrong');
  const waiting = isOver ? [] : steps.filter(({ isOffered, said }) => isOffered && said === null);
  const open = waiting[0] ?? null;
  return {
    seen: steps.filter((step) => step === open || (step.said !== null && step.said !== 'ungraded')),
    open,
    ahead: waiting.slice(1, 1 + STEPS_AHEAD),
    ungraded: steps.filter(({ said }) => said === 'ungraded').length,
  };
}

/**
 * What becomes of an answer to a step that has none: it is graded when everything before it was, kept ungraded when the
 * challenge is over, and too early otherwise: whoever skips a question learns nothing of the next.
 */
export function challengeTakes(
  steps: readonly ChallengeStep[],
  id: string,
): 'graded' | 'ungraded' | 'notYet' {
  if (steps.some(({ said }) => said === 'wrong')) return 'ungraded';
  const place = steps.findIndex((step) => step.id === id);
  const before = steps.slice(0, Math.max(0, place));
  return place >= 0 && before.every(({ isOffered, said }) => said !== null || !isOffered)
    ? 'graded'
    : 'notYet';
}
