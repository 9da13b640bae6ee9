import { addDays, shanghaiDay, shanghaiInstant, shanghaiTime } from '../calendar/shanghai';

/** When WeChat stays silent, `HH:MM` in Asia/Shanghai; `from` in the evening, `until` the next morning. */
export interface QuietHours {
  from: string;
  until: string;
}

/** Nobody is called in the evening or before the morning's piece is out (it appears at 07:30). */
export const defaultQuietHours: QuietHours = { from: '21:00', until: '07:30' };

/** What the settings offer. */
export const quietFromChoices = ['20:00', '21:00', '22:00'] as const;
export const quietUntilChoices = ['07:00', '07:30', '08:00', '09:00'] as const;

/**
 * The first instant from `now` on at which a message may be sent: outside of the quiet hours (at `from` they have
 * begun, at `until` they are over), and on a day that `isFree` does not exclude (rest days, for what belongs to work).
 */
export function sendableAt(now: Date, quiet: QuietHours, isFree: (day: string) => boolean): Date {
  const today = shanghaiDay(now);
  const time = shanghaiTime(now);
  if (!isFree(today) && time >= quiet.until && time < quiet.from) return now;
  let day = time < quiet.until ? today : addDays(today, 1);
  while (isFree(day)) day = addDays(day, 1);
  return shanghaiInstant(day, quiet.until);
}
