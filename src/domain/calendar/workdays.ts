import { builtInSpecialDay, builtInSpecialDays, builtInYears, type SpecialDay } from './holidays';
import { addDays, weekday } from './shanghai';

// Only the server imports this file: the holiday notices behind it are 37 KB that the phone does not need.

/** The bureau's own edits, by day; each wins over the built-in notice on that day. */
export type DayEdits = ReadonlyMap<string, SpecialDay>;

export type DayKind = 'workday' | 'restday';

/**
 * Whether people work on `day`: the bureau's edit, else the holiday notice, else Monday to Friday
 * (product.md A1; a year without a notice is Monday to Friday and `isYearKnown` is false).
 */
export function dayKind(day: string, edits: DayEdits): DayKind {
  const special = edits.get(day) ?? builtInSpecialDay(day);
  if (special) return special.kind === 'workday' ? 'workday' : 'restday';
  return weekday(day) <= 5 ? 'workday' : 'restday';
}

/** True when people work on `day`. */
export function isWorkday(day: string, edits: DayEdits): boolean {
  return dayKind(day, edits) === 'workday';
}

/** The first working day after `day`. */
export function nextWorkday(day: string, edits: DayEdits): string {
  let next = addDays(day, 1);
  while (!isWorkday(next, edits)) next = addDays(next, 1);
  return next;
}

/** The first `count` working days from `day` on, `day` included when people work on it. */
export function workdaysFrom(day: string, count: number, edits: DayEdits): string[] {
  const found: string[] = [];
  for (
    let next = nextWorkday(addDays(day, -1), edits);
    found.length < count;
    next = nextWorkday(next, edits)
  ) {
    found.push(next);
  }
  return found;
}

/**
 * True when the holidays of `year` are there: by the built-in notice, or because the bureau has entered at least one
 * holiday of that year. A day's work in exchange alone is not enough: whoever types in the notice types holidays.
 * `edits` must hold the whole year. False is shown as 节假日安排尚未录入.
 */
export function isYearKnown(year: number, edits: DayEdits): boolean {
  if (year >= builtInYears.first && year <= builtInYears.last) return true;
  for (const [day, edit] of edits) if (day.startsWith(`${year}-`) && edit.kind === 'holiday') return true;
  return false;
}

/** The special days of `year` in order, the bureau's edits laid over the built-in notice; `edited` tells which are the bureau's. */
export function specialDaysOf(
  year: number,
  edits: DayEdits,
): (SpecialDay & { day: string; edited: boolean })[] {
  const days = new Map(
    builtInSpecialDays(year).map(({ day, special }) => [day, { ...special, edited: false }]),
  );
  for (const [day, edit] of edits) if (day.startsWith(`${year}-`)) days.set(day, { ...edit, edited: true });
  return [...days].map(([day, special]) => ({ day, ...special })).sort((a, b) => (a.day < b.day ? -1 : 1));
}
