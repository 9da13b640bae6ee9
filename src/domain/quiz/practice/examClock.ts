/** An answer that was on its way when the time was over still counts for half a minute (issue 4, "Practice"). */
export const GRACE_SECONDS = 30;

/** When an exam begun at `now` must be handed in; `closesAt` (or null) ends it earlier. */
export function deadlineOf(now: Date, minutes: number, closesAt: Date | null): Date {
  const own = new Date(now.getTime() + minutes * 60_000);
  return closesAt && closesAt < own ? closesAt : own;
}

/** Whether something received at `now` is more than the grace after the deadline. */
export function isPastGrace(deadline: Date, now: Date): boolean {
  return now.getTime() > deadline.getTime() + GRACE_SECONDS * 1000;
}
