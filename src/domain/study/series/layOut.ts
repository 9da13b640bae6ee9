import { addDays, weekday } from '../../calendar/shanghai';
import { type DayEdits, isWorkday } from '../../calendar/workdays';
import { whyNotOn } from '../publishing';

/** On which days a series is laid: from a day on, on some weekdays (1 Monday to 7 Sunday). */
export interface SeriesPlan {
  from: string;
  weekdays: readonly number[];
}

/** Nobody plans further; a plan of Saturdays alone would never end. */
const MOST_DAYS_AHEAD = 10 * 366;

/**
 * The days that a plan gives to `count` pieces, in order: working days of the chosen weekdays that still lie ahead and
 * have no piece. Fewer than `count` when ten years are not enough (weekdays on which people rest).
 */
export function layOut(
  plan: SeriesPlan,
  count: number,
  { taken, now, edits }: { taken: ReadonlySet<string>; now: Date; edits: DayEdits },
): string[] {
  const days: string[] = [];
  const last = addDays(plan.from, MOST_DAYS_AHEAD);
  for (let day = plan.from; days.length < count && day <= last; day = addDays(day, 1)) {
    if (!plan.weekdays.includes(weekday(day)) || taken.has(day)) continue;
    if (isWorkday(day, edits) && whyNotOn(day, now, edits) === null) days.push(day);
  }
  return days;
}
