// The file of dates, not the package's functions: those read `2026-10-01` as UTC and print it in the machine's zone, so
// west of Greenwich every answer is a day off (seen in 1.5.7 with TZ=America/Los_Angeles).
import notices from 'chinese-days/dist/chinese-days.json';

/** What a day is by the holiday notice of its year: a day off, or a weekend day worked in exchange. */
export interface SpecialDay {
  kind: 'holiday' | 'workday';
  /** The festival, in Chinese: 国庆节. */
  name: string;
}

/**
 * The years whose notice (国务院办公厅关于部分节假日安排的通知) is in chinese-days 1.5.7; checked there day by day
 * (toolchain.md "Versions"). A later year is missing without a word, so it must be asked for by this guard.
 */
export const builtInYears = { first: 2004, last: 2026 } as const;

const holidays: Readonly<Record<string, string>> = notices.holidays;
const workdays: Readonly<Record<string, string>> = notices.workdays;

/** What the built-in notice says about `day` (`YYYY-MM-DD`), or null: nothing said, or no notice for its year. */
export function builtInSpecialDay(day: string): SpecialDay | null {
  const holiday = holidays[day];
  if (holiday !== undefined) return { kind: 'holiday', name: chineseName(holiday) };
  const workday = workdays[day];
  return workday === undefined ? null : { kind: 'workday', name: chineseName(workday) };
}

/** Every special day of the built-in notice of `year`, in order; empty in a year without one. */
export function builtInSpecialDays(year: number): { day: string; special: SpecialDay }[] {
  return [...Object.keys(holidays), ...Object.keys(workdays)]
    .filter((day) => day.startsWith(`${year}-`))
    .sort()
    .flatMap((day) => {
      const special = builtInSpecialDay(day);
      return special === null ? [] : [{ day, special }];
    });
}

/** `National Day,国庆节,3` -> `国庆节`. */
function chineseName(entry: string): string {
  return entry.split(',')[1] ?? entry;
}
