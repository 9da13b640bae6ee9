import { shanghaiDay, shanghaiInstant } from '../calendar/shanghai';
import { type DayEdits, isWorkday } from '../calendar/workdays';

/** A piece is there by 07:30, before people set out for work (domain.md 7, Design). */
const PUBLISH_TIME = '07:30';

/** The instant at which a piece laid on `day` becomes readable: 07:30 in Asia/Shanghai. */
export function publishInstant(day: string): Date {
  return shanghaiInstant(day, PUBLISH_TIME);
}

/** True once the instant of publishing has come; at that very instant it is published. */
export function isPublished(publishAt: Date | null, now: Date): boolean {
  return publishAt !== null && publishAt.getTime() <= now.getTime();
}

/**
 * Why a piece cannot be laid on `day`, or null when it can: the day must still lie ahead (today counts until 07:30,
 * afterwards its readers have come and gone) and people must work on it (product.md A1). Before a bureau's very first
 * piece (`isBegun` false) nobody has come in vain: then today counts to its end, and the piece is out at once.
 */
export function whyNotOn(
  day: string,
  now: Date,
  edits: DayEdits,
  isBegun = true,
): 'day_in_past' | 'not_a_workday' | null {
  const today = shanghaiDay(now);
  const isOut = isPublished(publishInstant(day), now) && (isBegun || day !== today);
  if (day < today || isOut) return 'day_in_past';
  return isWorkday(day, edits) ? null : 'not_a_workday';
}
