import { seededRank } from '../seededRank';

/** A question of the bank that may be asked, with what this member has done with it; days are `YYYY-MM-DD` in Asia/Shanghai. */
export interface Candidate {
  questionId: string;
  /** The day of the member's last answer to it; null when never. */
  lastAnsweredOn: string | null;
  /** It was wrong and waits to come back on this day or later; null when it does not wait. */
  dueOn: string | null;
}

/** How large a set is, and how much of it old mistakes may be. */
export interface SetSize {
  /** Questions at most. */
  size: number;
  /** Old mistakes at most: a backlog is spread over days, never piled up (peers.md, "streak anxiety, and backlog that punishes a holiday"). */
  mostComebacks: number;
}

/**
 * Short sets of five a day and ten a week or on a topic (domain.md 6, "What to take over"). A challenge ends at the
 * first error; fifty right ones in a row are a set nobody has to finish.
 */
export const setSizes = {
  dailyFive: { size: 5, mostComebacks: 3 },
  weeklyTen: { size: 10, mostComebacks: 5 },
  topic: { size: 10, mostComebacks: 5 },
  challenge: { size: 50, mostComebacks: 10 },
} as const satisfies Record<string, SetSize>;

/**
 * The questions of one set in the order in which they are shown: what comes back on `day` or earlier (oldest first, at
 * most `mostComebacks`), then never answered ones in an order fixed by `seed` (member, set and attempt), then those
 * answered longest ago. What waits for another day, or did not fit among the comebacks, is left for that day. Fewer
 * than `size` when the bank is small; never the same twice. `candidates` are questions that may be asked, in any order.
 */
export function pickSet(
  seed: string,
  day: string,
  { size, mostComebacks }: SetSize,
  candidates: readonly Candidate[],
): string[] {
  const ranked = candidates
    .map((candidate) => ({ ...candidate, rank: seededRank(`${seed}|${candidate.questionId}`) }))
    .sort((a, b) => a.rank - b.rank || compare(a.questionId, b.questionId));
  // The sorts below are stable, so equals keep the seeded order.
  const back = ranked
    .filter((one) => one.dueOn !== null && one.dueOn <= day)
    .sort((a, b) => compare(a.dueOn ?? '', b.dueOn ?? ''))
    .slice(0, mostComebacks);
  const fresh = ranked.filter((one) => one.dueOn === null && one.lastAnsweredOn === null);
  const known = ranked
    .filter((one) => one.dueOn === null && one.lastAnsweredOn !== null)
    .sort((a, b) => compare(a.lastAnsweredOn ?? '', b.lastAnsweredOn ?? ''));
  return [...new Set([...back, ...fresh, ...known].map((one) => one.questionId))].slice(0, size);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
