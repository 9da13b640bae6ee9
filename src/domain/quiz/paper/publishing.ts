import { GRACE_SECONDS } from '../practice/examClock';

/** Questions of one paper at most: what the tests of the seeds' bureaus have, with room. */
export const MOST_QUESTIONS = 100;

/** A paper is open for two months at most; its questions are missing from practice all that time. */
export const LONGEST_OPEN_DAYS = 60;

/** A draft that nobody touches any more gives its questions back to practice after 30 days. */
export const DRAFT_SEAL_DAYS = 30;

/** A paper answered alone takes three hours at most, in minutes. */
export const LONGEST_MINUTES = 180;

const DAY_MS = 86_400_000;

/** Whether a paper may be open between the two: it closes after it opens and after `now`, within two months. */
export function isPaperWindow(opensAt: Date, closesAt: Date, now: Date): boolean {
  const from = Math.max(opensAt.getTime(), now.getTime());
  return closesAt > opensAt && closesAt > now && closesAt.getTime() - from <= LONGEST_OPEN_DAYS * DAY_MS;
}

/** Until when a draft that is saved at `now` keeps its questions out of practice. */
export function draftSealedUntil(now: Date): Date {
  return new Date(now.getTime() + DRAFT_SEAL_DAYS * DAY_MS);
}

/** Until when keys of a paper that closes then stay in: answers on their way still count for half a minute. */
export function sealedUntil(closesAt: Date): Date {
  return new Date(closesAt.getTime() + GRACE_SECONDS * 1000);
}
