import { addDays } from '../../../src/domain/calendar/shanghai';
import { workdaysFrom } from '../../../src/domain/calendar/workdays';

/** The last `count` working days before `day`, in order. */
export function lastWorkdaysBefore(day: string, count: number): string[] {
  // Twice as many days and a fortnight hold them through any holiday.
  const first = addDays(day, -2 * count - 14);
  const all = workdaysFrom(first, 3 * count + 14, new Map()).filter((one) => one < day);
  return all.slice(-count);
}
