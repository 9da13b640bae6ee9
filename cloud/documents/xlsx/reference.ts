import type { Merge } from '../workbook';

/** Excel's last cell is XFD1048576. */
const MAX_COLUMNS = 16_384;
const MAX_ROWS = 1_048_576;

const [LETTER_A, LETTER_Z, DIGIT_0, DIGIT_9] = [65, 90, 48, 57];

/** `C7` as column 2 (from 0), row 7; null for what is no place on a sheet. Asked for every cell, so without a pattern. */
export function referenceOf(text: string): { column: number; row: number } | null {
  let [at, column, row] = [0, 0, 0];
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < LETTER_A || code > LETTER_Z) break;
    column = column * 26 + code - LETTER_A + 1;
  }
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < DIGIT_0 || code > DIGIT_9) return null;
    row = row * 10 + code - DIGIT_0;
  }
  return column >= 1 && column <= MAX_COLUMNS && row >= 1 && row <= MAX_ROWS
    ? { column: column - 1, row }
    : null;
}

/** A row's own number; null for none and for what no sheet has. */
export function rowNumberOf(text: string | undefined): number | null {
  const row = text === undefined ? Number.NaN : Number(text);
  return Number.isInteger(row) && row >= 1 && row <= MAX_ROWS ? row : null;
}

/** `A1:C2`; null for what is no range. */
export function rangeOf(text: string): Merge | null {
  const [from, to] = text.split(':').map(referenceOf);
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null;
}
