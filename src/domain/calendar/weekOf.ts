import { addDays, weekday } from './shanghai';

/** The calendar week of a day, Monday to Sunday, both `YYYY-MM-DD`. */
export function weekOf(day: string): { from: string; until: string } {
  const from = addDays(day, 1 - weekday(day));
  return { from, until: addDays(from, 6) };
}
