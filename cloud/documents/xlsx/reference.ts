import type { Merge } from '../workbook';

/** Excel's last column is XFD. */
const MAX_COLUMNS = 16_384;

/** `C7` as column 2 (from 0), row 7; null for what is no place on a sheet. */
export function referenceOf(text: string): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= MAX_COLUMNS ? { column: column - 1, row: Number(match[2]) } : null;
}

/** `A1:C2`; null for what is no range. */
export function rangeOf(text: string): Merge | null {
  const [from, to] = text.split(':').map(referenceOf);
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null;
}
