import { addDays, shanghaiDay } from '../calendar/shanghai';

/** From two hours before its start a meeting stands first and may be opened (product.md C3). */
export const OPENS_BEFORE_HOURS = 2;

/**
 * Minutes after the start within which one still counts as on time (domain.md
 * 8.3: late = after start + grace). The number is ours [D]: a lift and a
 * corridor; a bureau's own rule becomes a setting when one asks for it.
 */
export const LATE_GRACE_MINUTES = 10;

/**
 * Days after the meeting within which the record is written without a word of
 * explanation (domain.md 4.8, S-48: three). Counted in calendar days, the
 * stricter reading; later is allowed and marked with its reason.
 */
export const RECORD_WITHIN_DAYS = 3;

/** A meeting is planned, or entered afterwards, within a year of today [D]: beyond that it is a slip of the finger. */
const PLAN_WITHIN_DAYS = 366;

const HOUR_MS = 3_600_000;

/** True from two hours before the start, without an end: a meeting may be opened late. */
export function mayOpenYet(plannedAt: Date, now: Date): boolean {
  return now.getTime() >= plannedAt.getTime() - OPENS_BEFORE_HOURS * HOUR_MS;
}

/**
 * True while a meeting that nobody has opened yet stands first as coming: from
 * two hours before its start to the end of its day, so that a forgotten one
 * does not stand there for ever.
 */
export function isComing(plannedAt: Date, now: Date): boolean {
  return mayOpenYet(plannedAt, now) && shanghaiDay(now) <= shanghaiDay(plannedAt);
}

/** True when a planned start lies within a year of `now`, before or after. */
export function isPlausibleStart(plannedAt: Date, now: Date): boolean {
  return Math.abs(plannedAt.getTime() - now.getTime()) <= PLAN_WITHIN_DAYS * 24 * HOUR_MS;
}

/** True when a record signed on `today` of a meeting held on `heldOn` must say why it is late. Days `YYYY-MM-DD`. */
export function needsLateReason(heldOn: string, today: string): boolean {
  return heldOn < addDays(today, -RECORD_WITHIN_DAYS);
}
