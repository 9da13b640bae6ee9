import { seededRank } from '../seededRank';

/** Of what is read without a problem a second person sees so many (issue 4, "Bank"). */
export const FIRST_SAMPLE = 20;

/**
 * How many of the rest of a batch are looked at: 20 at first; twice as many as last time once one of the last sample
 * was given back.
 */
export function sampleSize(lastReturned: number | null): number {
  return lastReturned === null ? FIRST_SAMPLE : Math.max(FIRST_SAMPLE, 2 * lastReturned);
}

/**
 * A random sample of `ids` without repeats; `seed` must be unpredictable, or whoever wrote the questions could know
 * which will be seen.
 */
export function pickSample(ids: readonly string[], size: number, seed: string): string[] {
  return ids
    .map((id) => ({ id, rank: seededRank(`${seed}|${id}`) }))
    .sort((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}
