import type { TableSheet } from './sheetTable';

/** The value of a column in rows that are merged under it: a branch is often written once for all its members. */
export class FilledDown {
  private readonly merged: { top: number; bottom: number; text: string }[];
  private at = 0;

  constructor(sheet: TableSheet, column: number) {
    const ranges = sheet.merges
      .filter(({ top, bottom, left, right }) => bottom > top && left <= column && right >= column)
      .sort((a, b) => a.top - b.top);
    const texts = new Map<string, string>();
    const lefts = new Map(ranges.map(({ top, left }) => [top, left]));
    for (const { row, cells } of sheet.rows) {
      const left = lefts.get(row);
      const cell = left === undefined ? undefined : cells.find((one) => one.column === left);
      if (cell) texts.set(`${row}:${left}`, cell.text);
    }
    this.merged = ranges.map(({ top, bottom, left }) => ({
      top,
      bottom,
      text: texts.get(`${top}:${left}`) ?? '',
    }));
  }

  /** The merged value that covers `row`, empty without one. Ask in the order of the rows. */
  textAt(row: number): string {
    while ((this.merged[this.at]?.bottom ?? Number.POSITIVE_INFINITY) < row) this.at += 1;
    const range = this.merged[this.at];
    return range && range.top <= row ? range.text : '';
  }
}
