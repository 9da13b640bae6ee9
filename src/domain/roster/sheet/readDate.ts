import { saidOrNull } from './emptyWords';
import type { TableCell } from './sheetTable';

/** A day `YYYY-MM-DD`, a month `YYYY-MM` when no day is given, null for nothing; or why it is neither. */
export type DateReading =
  | { ok: true; value: string | null }
  | { ok: false; problem: 'badDate' | 'ambiguousMonth' };

/** The Party was founded in 1921: no date of membership is earlier. */
const FIRST_YEAR = 1921;
const LAST_YEAR = 2099;
/** Serials of Excel for FIRST_YEAR and LAST_YEAR: a whole number between them in a date column is one. */
const FIRST_SERIAL = 7672;
const LAST_SERIAL = 73_050;
/** 25569 is Excel's serial of 1970-01-01. */
const UNIX_SERIAL = 25_569;
const DAY_MS = 86_400_000;

/**
 * Reads every shape of date met in rosters (roster-and-record-layouts.md "Date shapes"). Impossible dates, years with
 * two digits and day-first orders are refused, never guessed; a day that the file does not give is never invented.
 * `isUntyped`: the file keeps no numbers (.csv), so `1985.1` may have lost a zero there too.
 */
export function readDate(cell: TableCell, isUntyped: boolean): DateReading {
  const said = saidOrNull(cell.text);
  if (said === null) return { ok: true, value: null };
  if (cell.day !== null) return checked(cell.day);
  const serial = cell.number === null ? null : Math.floor(cell.number);
  if (serial !== null && serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
    return checked(new Date((serial - UNIX_SERIAL) * DAY_MS).toISOString().slice(0, 10));
  }
  return readText(said, cell.number !== null || isUntyped);
}

function readText(said: string, isNumeric: boolean): DateReading {
  const text = said
    .normalize('NFKC')
    .replace(/(?<=\d)[T\s]+\d{1,2}:\d{1,2}(:\d{1,2}(\.\d+)?)?Z?$/, '')
    .replace(/\s+/g, '')
    .replace(/[–—−‐]/g, '-');
  const parted = /^(\d{4})([-./年])(\d{1,2})(?:([-./月])(\d{1,2})[日号]?|月?)$/.exec(text);
  if (parted) {
    const [, year, sign, month = '', , day] = parted;
    // A number drops the zero of its end: 1985.1 was 1985.1 or 1985.10.
    if (isNumeric && sign === '.' && month === '1' && day === undefined) {
      return { ok: false, problem: 'ambiguousMonth' };
    }
    return checked([year, month, day].filter((part) => part !== undefined).join('-'));
  }
  const run = /^(\d{4})(\d{2})(\d{2})?$/.exec(text);
  if (run) return checked(run[3] === undefined ? `${run[1]}-${run[2]}` : `${run[1]}-${run[2]}-${run[3]}`);
  return { ok: false, problem: 'badDate' };
}

function checked(text: string): DateReading {
  const [year = 0, month = 0, day] = text.split('-').map(Number);
  const isDay = day === undefined || (day >= 1 && day <= daysIn(year, month));
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || !isDay) {
    return { ok: false, problem: 'badDate' };
  }
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    ok: true,
    value: day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`,
  };
}

/** Between 1901 and 2099 every fourth year is a leap year. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
