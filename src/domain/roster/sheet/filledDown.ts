import { saidOrNull } from './emptyWords';
import type { TableSheet } from './sheetTable';

/** What people write for the value of the row above. */
const DITTO = /^(同上|同前|〃|″|''|"|””|““)$/;

/**
 * The value of a column in rows where it stands once for many: merged under it, written as 同上, or, when a column names
 * everything once at the head of its people, left empty below.
 */
export class FilledDown {
  private readonly merged: { top: number; bottom: number; text: string }[];
  private readonly others = new Map<number, string>();
  private at = 0;
  /** Empty cells that take the value above them; null when there are none. */
  readonly blanks: { first: number; count: number } | null;
  /** The column names more than one, so that an empty cell may mean any of them. */
  readonly hasSeveral: boolean;

  /** `persons`: the rows with somebody in them, in order. `fillsBlanks`: an empty cell may be one of those. */
  constructor(sheet: TableSheet, column: number, persons: ReadonlySet<number>, fillsBlanks: boolean) {
    const ranges = sheet.merges
      .filter(({ top, bottom, left, right }) => bottom > top && left <= column && right >= column)
      .sort((a, b) => a.top - b.top);
    const texts = new Map<string, string>();
    const lefts = new Map(ranges.map(({ top, left }) => [top, left]));
    const own = new Map<number, string>();
    for (const { row, cells } of sheet.rows) {
      const left = lefts.get(row);
      for (const cell of cells) {
        if (cell.column === left) texts.set(`${row}:${left}`, cell.text);
        if (cell.column === column) own.set(row, cell.text.trim());
      }
    }
    this.merged = ranges.map(({ top, bottom, left }) => ({
      top,
      bottom,
      text: texts.get(`${top}:${left}`) ?? '',
    }));
    const said = [...persons]
      .map((row) => own.get(row) ?? '')
      .filter((text) => saidOrNull(text) !== null && !DITTO.test(text));
    this.hasSeveral = new Set(said).size > 1;
    const [firstRow] = persons;
    // Each name once, the first row's among them: the file writes it at the head of its people only.
    const isOnce =
      fillsBlanks &&
      ranges.length === 0 &&
      new Set(said).size === said.length &&
      saidOrNull(own.get(firstRow ?? 0) ?? '') !== null;
    const blanks = { first: 0, count: 0 };
    let last = '';
    for (const row of persons) {
      const text = own.get(row) ?? '';
      if (DITTO.test(text)) this.others.set(row, last);
      // 无 is no gap: nothing is meant.
      else if (text !== '') last = saidOrNull(text) === null ? last : text;
      else if (isOnce && last !== '') {
        this.others.set(row, last);
        if (blanks.count === 0) blanks.first = row;
        blanks.count += 1;
      }
    }
    this.blanks = blanks.count > 0 ? blanks : null;
  }

  /** The value that covers `row`, empty without one. Ask in the order of the rows. */
  textAt(row: number): string {
    while ((this.merged[this.at]?.bottom ?? Number.POSITIVE_INFINITY) < row) this.at += 1;
    const range = this.merged[this.at];
    return range && range.top <= row ? range.text : (this.others.get(row) ?? '');
  }
}

/** A cell that only points at the one above. */
export function isDitto(text: string): boolean {
  return DITTO.test(text.trim());
}
