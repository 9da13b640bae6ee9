/** A cell with something in it, as `cloud/documents` reads it from any table file. */
export interface TableCell {
  /** From 0. */
  column: number;
  text: string;
  number: number | null;
  /** When the file says that it is a date: `YYYY-MM-DD`, or `YYYY-MM` when it shows no day. */
  day: string | null;
  formula: boolean;
  error: boolean;
}

/** A sheet as its rows that have something in them; rows from 1 as the program shows them. */
export interface TableSheet {
  name: string;
  hidden: boolean;
  rows: readonly {
    row: number;
    cells: readonly TableCell[] /** Hidden, or left out by a filter. */;
    hidden?: true;
  }[];
  /** Ranges shown as one cell, ends included; the value stands in the top left cell. */
  merges: readonly { top: number; left: number; bottom: number; right: number }[];
}

/** `A` for 0, `AA` for 26. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 0 for `A`; -1 for what is no column. */
export function columnOf(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return -1;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A table file with its sheets. */
export interface TableFile {
  /** `csv` keeps no numbers: everything in it is text. */
  kind: 'xlsx' | 'xls' | 'csv';
  sheets: readonly TableSheet[];
  /** Days are counted as old Macs do: a number that no format shows as a date is four years off. */
  is1904?: boolean;
}
