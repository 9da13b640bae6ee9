import { saidOrNull } from './emptyWords';
import type { TableCell } from './sheetTable';

/** A day `YYYY-MM-DD`, a month `YYYY-MM` when no day is given, null for nothing; or why it is neither. */
export type DateReading =
  | { ok: true; value: string | null }
  | { ok: false; problem: 'badDate' | 'ambiguousMonth' | 'dateAhead' };

/** What reading a date depends on beside the cell. */
export interface DateAround {
  isUntyped: boolean;
  is1904: boolean;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** The Party was founded in 1921: no date of membership is earlier. */
const FIRST_YEAR = 1921;
const LAST_YEAR = 2099;
/** Serials of Excel for FIRST_YEAR and LAST_YEAR: a whole number between them in a date column is one. */
const FIRST_SERIAL = 7672;
const LAST_SERIAL = 73_050;
/** 25569 is Excel's serial of 1970-01-01. */
const UNIX_SERIAL = 25_569;
const DAY_MS = 86_400_000;
/** A time of day behind a date. In another time zone than ours (`T16:00:00Z`) the day may be another: it stays and refuses. */
const TIME =
  /(?<=\d)[T\s]+\d{1,2}:\d{1,2}(:\d{1,2}(\.\d+)?)?(\+08:?00)?$|T(0\d|1[0-5]):\d\d(:\d\d(\.\d+)?)?Z$/;
/** 20127 is 2012-7 written in a hurry, and as a serial 1955-02-07: nobody can tell. */
const LIKE_SERIAL = /^(19[2-9]|20\d)\d[1-9]$/;
const CHINESE_DIGITS = '〇一二三四五六七八九';

/**
 * Reads every shape of date met in rosters (roster-and-record-layouts.md "Date shapes"). Impossible dates, years with
 * two digits and day-first orders are refused, never guessed; a day that the file does not give is never invented.
 * `isUntyped`: the file keeps no numbers (.csv), so `1985.1` may have lost a zero there too. `today`: no day after it has come.
 */
export function readDate(cell: TableCell, { isUntyped, is1904, today }: DateAround): DateReading {
  const date = readAnyDate(cell, isUntyped, is1904);
  // A month that has begun may be meant.
  if (!date.ok || date.value === null || date.value <= today) return date;
  return { ok: false, problem: 'dateAhead' };
}

function readAnyDate(cell: TableCell, isUntyped: boolean, is1904: boolean): DateReading {
  const said = saidOrNull(cell.text);
  if (said === null) return { ok: true, value: null };
  if (cell.day !== null) return checked(cell.day);
  const serial = cell.number === null ? null : Math.floor(cell.number);
  if (serial !== null && serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
    // Without a format nobody can tell whether it was counted as old Macs do, four years apart.
    if (is1904 || LIKE_SERIAL.test(String(serial))) return { ok: false, problem: 'badDate' };
    return checked(new Date((serial - UNIX_SERIAL) * DAY_MS).toISOString().slice(0, 10));
  }
  return readText(said, cell.number !== null || isUntyped);
}

function readText(said: string, isNumeric: boolean): DateReading {
  const text = said
    .normalize('NFKC')
    .replace(TIME, '')
    .replace(/\s+/g, '')
    .replace(/[–—−‐]/g, '-')
    .replace(/[。、]/g, '.')
    .replace(/^['`]/, '')
    .replace(/[.]0*$/, '')
    .replace(
      /^[〇○零一二三四五六七八九十]+年[一二三四五六七八九十]+月?[一二三四五六七八九十]*[日号]?$/,
      inDigits,
    );
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

/** 二〇一二年七月二十一日 is 2012年7月21日; years are spelled digit by digit, months and days as numbers. */
function inDigits(text: string): string {
  const digit = (sign: string) => Math.max(0, CHINESE_DIGITS.indexOf(sign));
  const year = /^[^年]+/.exec(text)?.[0].replace(/[○零]/g, '〇') ?? '';
  const rest = text.slice(year.length).replace(/[一二三四五六七八九十]+/g, (number) => {
    const [tens, ones] = number.includes('十') ? number.split('十') : ['', number];
    const ten = number.includes('十') ? (tens === '' ? 1 : digit(tens ?? '')) : 0;
    return String(ten * 10 + digit(ones ?? ''));
  });
  return `${[...year].map(digit).join('')}${rest}`;
}
