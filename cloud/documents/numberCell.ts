import type { CellFormat } from './cellFormat';
import type { Cell } from './workbook';

const DAY_MS = 86_400_000;
/** Serial 0 of the 1900 system; Excel counts a 29 February 1900 that never was, so this holds from serial 61 on. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
/** Serial 0 of the 1904 system, which old Macs wrote. */
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 31 December 9999, Excel's last day. */
const LAST_SERIAL = 2_958_465;
const PHANTOM_DAY = 60;
/** Excel keeps 15 digits; more are noise of binary fractions. */
const DIGITS = 15;

/** A numeric cell's number, text and day, as its format shows them. */
export function numberCell(
  number: number,
  format: CellFormat,
  is1904: boolean,
): Pick<Cell, 'text' | 'number' | 'day'> {
  const day = format.date === null ? null : dayOfSerial(number, is1904);
  const shown = day !== null && format.date === 'month' ? day.slice(0, 7) : day;
  return { text: shown ?? textOf(number, format), number, day: shown };
}

function textOf(number: number, { decimals, padding }: CellFormat): string {
  if (decimals === null)
    return String(Number.isInteger(number) ? number : Number(number.toPrecision(DIGITS)));
  const [whole = '', fraction] = number.toFixed(decimals).split('.');
  const padded = whole.padStart(padding, '0');
  return fraction === undefined ? padded : `${padded}.${fraction}`;
}

/** The day of a serial number; null for what is no day of the calendar. */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  const whole = Math.floor(serial);
  if (!(whole >= (is1904 ? 0 : 1)) || whole > LAST_SERIAL || (!is1904 && whole === PHANTOM_DAY)) return null;
  const early = !is1904 && whole < PHANTOM_DAY ? 1 : 0;
  const epoch = is1904 ? EPOCH_1904 : EPOCH_1900;
  const at = epoch + (whole + early) * DAY_MS;
  const text = new Date(at).toISOString();
  // Years of five digits begin with a sign.
  return text.startsWith('+') ? null : text.slice(0, 10);
}
