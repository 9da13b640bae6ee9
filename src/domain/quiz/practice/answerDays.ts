import { addDays } from '../../calendar/shanghai';

/**
 * How many days after its set an answer still counts: a set begun before
 * midnight, and answers that waited in a phone without network (product.md B4
 * "a lost connection loses no answer"). A week covers a trip without signal;
 * later than that the set has been forgotten by the person as well.
 */
export const ANSWER_WINDOW_DAYS = 7;

/** A year of answers tells which questions are worth a lecture; what a person remembers is kept apart from them. */
export const ANSWERS_KEPT_DAYS = 366;

/** True when an answer to the set of `day` may still arrive on `today`: that day and the seven after it. */
export function isAnswerable(day: string, today: string): boolean {
  return day <= today && today <= addDays(day, ANSWER_WINDOW_DAYS);
}

/** When a question of the set of `day` is asked again: the day after when it was wrong, else not (null). */
export function comesBackOn(day: string, correct: boolean): string | null {
  return correct ? null : addDays(day, 1);
}
