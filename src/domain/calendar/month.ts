import { addDays } from './shanghai';

/** The first day of `month` (`YYYY-MM`) and the first day after it. */
export function monthBounds(month: string): { first: string; after: string } {
  const first = `${month}-01`;
  // 31 days after the first lie in the next month, however long this one is.
  return { first, after: `${addDays(first, 31).slice(0, 7)}-01` };
}
