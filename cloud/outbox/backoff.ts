/** A message that failed so often is given up and kept to be looked at: after ten tries about four hours have passed. */
export const MOST_TRIES = 10;

const FIRST_DELAY_MS = 60_000;
const LONGEST_DELAY_MS = 3_600_000;

/** How long to wait after the `tries`-th failed try (from 1), in milliseconds: one minute, doubling, one hour at most. */
export function retryDelayMs(tries: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** (tries - 1), LONGEST_DELAY_MS);
}
