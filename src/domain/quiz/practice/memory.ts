import { FSRSAlgorithm, Rating } from 'ts-fsrs';
import { addDays, daysBetween } from '../../calendar/shanghai';
import { comesBackOn } from './answerDays';

/** What a member remembers of one question; days are `YYYY-MM-DD` in Asia/Shanghai. */
export interface Memory {
  /** Days after which it is remembered with a probability of 0.9. */
  stability: number;
  /** From 1 (easy) to 10. */
  difficulty: number;
  lastOn: string;
  dueOn: string;
}

/** A question is looked at once a year at least: statutes are amended more often than memories last. */
export const LONGEST_INTERVAL_DAYS = 365;

/**
 * FSRS-6 with its published weights and a wanted retention of 0.9 (ts-fsrs' defaults). Whole days only: the steps of
 * minutes that the scheduler has for flash cards would need the time of day of an answer, which is not kept.
 */
const fsrs = new FSRSAlgorithm({
  enable_short_term: false,
  enable_fuzz: false,
  maximum_interval: LONGEST_INTERVAL_DAYS,
});

/**
 * The memory after an answer on `day`; `before` is null at the first one. Right counts as Good and wrong as Again;
 * hesitation is not measured (issue 4, "Practice"). A wrong one is due the next day, which stands for the relearning
 * step. `day` must lie after `before.lastOn`: a second answer on one day moves nothing.
 */
export function remember(before: Memory | null, day: string, correct: boolean): Memory {
  const elapsed = before ? daysBetween(before.lastOn, day) : 0;
  const { stability, difficulty } = fsrs.next_state(before, elapsed, correct ? Rating.Good : Rating.Again);
  const dueOn = comesBackOn(day, correct) ?? addDays(day, fsrs.next_interval(stability, elapsed));
  return { stability, difficulty, lastOn: day, dueOn };
}
