/** A cell with something in it. Styles that a reader may need later become fields of their own here. */
export interface Cell {
  /** Counted from 0: A is 0. */
  column: number;
  /**
   * As a person reads it: a date as in `day`, a number with the digits its
   * format shows (`1985.10`), otherwise as it stands in the file, untrimmed.
   */
  text: string;
  /** The raw number of a numeric cell, also the serial of a date; else null. */
  number: number | null;
  /** When the file says that the number is a date: `YYYY-MM-DD`, or `YYYY-MM` when its format shows no day. Else null. */
  day: string | null;
  /** Written by a formula: `text` is what the program last calculated, empty when it kept nothing. */
  formula: boolean;
  /** Excel's own error (`#N/A`), which is then also the text. */
  error: boolean;
}

export interface SheetRow {
  /** As the program shows it: the first row is 1. */
  row: number;
  /** By column; empty cells are left out. */
  cells: Cell[];
  /** Hidden by hand or left out by a filter. */
  hidden?: true;
}

/** A range shown as one cell; its value stands in the top left one. Columns from 0, rows from 1, ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  name: string;
  hidden: boolean;
  /** By row; rows without anything are left out. */
  rows: SheetRow[];
  merges: Merge[];
}

/** A table file; .csv has one sheet. */
export interface Workbook {
  kind: 'xlsx' | 'xls' | 'csv';
  sheets: Sheet[];
  /** Days are counted from 1904, as old Macs do; numbers that no format shows as a day are left as they are. */
  is1904?: true;
}
