import { seededRank } from './seededRank';

/** A question of the bank that may be asked, with what this member has done with it; days are `YYYY-MM-DD` in Asia/Shanghai. */
export interface Candidate {
  questionId: string;
  /** The day of the last set in which the member answered it; null when never. */
  lastAnsweredOn: string | null;
  /** It was wrong and waits to come back on this day or later; null when it does not wait. */
  dueOn: string | null;
}

/** Short sets of five (domain.md 6, "What to take over"). */
export const DAILY_FIVE = 5;

/** At most so many old mistakes in one set: a backlog is spread over days, never piled up (peers.md, "streak anxiety, and backlog that punishes a holiday"). */
export const MOST_COMEBACKS = 3;

/**
 * The questions of one member's day, at most five, in the order in which they
 * are shown: what comes back on `day` or earlier (oldest first, at most three),
 * then never answered ones in an order that is fixed by member and day, then
 * those answered longest ago. What waits for another day, or did not fit among
 * the three, is left for that day. Fewer than five when the bank is small;
 * never the same twice. `candidates` are reviewed questions only, in any order.
 */
export function pickDailyFive(memberId: string, day: string, candidates: readonly Candidate[]): string[] {
  const ranked = candidates
    .map((candidate) => ({ ...candidate, rank: seededRank(`${memberId}|${day}|${candidate.questionId}`) }))
    .sort((a, b) => a.rank - b.rank || compare(a.questionId, b.questionId));
  // The sorts below are stable, so equals keep the seeded order.
  const back = ranked
    .filter((one) => one.dueOn !== null && one.dueOn <= day)
    .sort((a, b) => compare(a.dueOn ?? '', b.dueOn ?? ''))
    .slice(0, MOST_COMEBACKS);
  const fresh = ranked.filter((one) => one.dueOn === null && one.lastAnsweredOn === null);
  const known = ranked
    .filter((one) => one.dueOn === null && one.lastAnsweredOn !== null)
    .sort((a, b) => compare(a.lastAnsweredOn ?? '', b.lastAnsweredOn ?? ''));
  return [...new Set([...back, ...fresh, ...known].map((one) => one.questionId))].slice(0, DAILY_FIVE);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
