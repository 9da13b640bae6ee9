/** One mutation waiting on the phone, exactly as it will be sent. */
export interface WaitingMutation {
  /** Its place in line: sorts by time of asking. Also its name in storage. */
  place: string;
  /** `tenant/member`: it is sent only while that member is signed in. */
  owner: string;
  name: string;
  input: unknown;
  /** The same at every attempt, so that the cloud acts once. */
  mutationId: string;
}

/** What became of one attempt. */
export type Outcome =
  | { kind: 'done' }
  /** The cloud said no, with a sentence: it leaves the queue and is shown. */
  | { kind: 'refused' }
  /** No network, 5xx, or nobody signed in: it stays, and so does everything behind it. */
  | { kind: 'later' };

/** Codes that speak about the caller's session or build, not about the mutation: it waits for better days. */
const aboutTheCaller = new Set([
  'not_signed_in',
  'not_activated',
  'bureau_not_chosen',
  'client_too_old',
  'too_many_tries',
  'app_not_configured',
]);

/** Whether a failed mutation leaves the queue (architecture.md "The phone's queue"). */
export function outcomeOf(error: { code: string; retryable: boolean }): Outcome {
  return { kind: error.retryable || aboutTheCaller.has(error.code) ? 'later' : 'refused' };
}

/** 5 s, doubling, at most 15 minutes: a hall's network comes back in seconds, a server in minutes. */
export function backoffMs(failures: number): number {
  return Math.min(5_000 * 2 ** Math.max(0, failures - 1), 15 * 60_000);
}

/**
 * A place behind all places given before on this device: milliseconds and a counter, both of fixed
 * width. A device's clock set back must not overtake: the time never falls below `last`'s.
 */
export function nextPlace(nowMs: number, last: string | undefined): string {
  const [lastMs = 0, lastCount = 0] = last?.split('-').map(Number) ?? [];
  const ms = Math.max(nowMs, lastMs);
  const count = ms === lastMs ? lastCount + 1 : 0;
  return `${String(ms).padStart(15, '0')}-${String(count).padStart(6, '0')}`;
}

/** What is waiting for this owner, first come first. */
export function lineOf(waiting: readonly WaitingMutation[], owner: string): WaitingMutation[] {
  return waiting.filter((one) => one.owner === owner).sort((a, b) => (a.place < b.place ? -1 : 1));
}
