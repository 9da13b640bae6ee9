import { sayDay } from './sayDay';
import { addDays } from './shanghai';

/** The number of the week that begins on `monday`, as calendars print it: week 1 holds the year's first Thursday (GB/T 7408, ISO 8601). */
export function weekNumber(monday: string): number {
  const thursday = addDays(monday, 3);
  const daysBefore = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000;
  return Math.floor(daysBefore / 7) + 1;
}

/** A working week as people say it, Monday to Friday: 第48周（11月23日–27日）. */
export function sayWeek(monday: string): string {
  const friday = addDays(monday, 4);
  const until = friday.slice(5, 7) === monday.slice(5, 7) ? `${Number(friday.slice(8))}日` : sayDay(friday);
  return `第${weekNumber(monday)}周（${sayDay(monday)}–${until}）`;
}
