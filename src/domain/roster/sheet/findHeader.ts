import { fieldOfHeading, neverHeadings, otherHeadings, otherHints, otherPeople } from './headerSynonyms';
import { headerHints, plainHeader, shownHeader } from './headerText';
import { columnLetter, type TableSheet } from './sheetTable';

/** Titles and instructions stand above a header; the deepest met is 4 rows down, instruction sheets go deeper. */
const SEARCHED_ROWS = 60;
/** The widest roster met has 28 columns; what stands further right is not looked at. */
const MAX_COLUMNS = 400;
/** A header has some dozens of merged ranges. */
const MAX_MERGES = 1000;
/** The longest hint that is about whose the column is (`紧急联系人`); longer ones explain how to fill it in. */
const SHORT_HINT = 10;
/** Telephones that may be those of whoever stands in the column before. */
const ANY_PHONE = /^(联系电话|电话|电话号码|联系方式)$/;

/** One column as its header names it. */
export interface HeaderColumn {
  column: number;
  letter: string;
  /** The header in the ways it may be meant: itself, and with the header merged above it in front. */
  names: string[];
  /** As it may be shown. */
  shown: string;
  /** It is of another person or another event: 联系电话 beside 紧急联系人, 姓名 under 家庭成员, 手机（家属）. */
  isOfOthers: boolean;
}

export interface Header {
  row: number;
  columns: HeaderColumn[];
}

/** The row that names most of what a roster has, a column 姓名 among it; null when there is none. */
export function findHeader(sheet: TableSheet): Header | null {
  let best: { header: Header; score: number } | null = null;
  for (const { row } of sheet.rows.slice(0, SEARCHED_ROWS)) {
    const header = headerAt(sheet, row);
    if (!namesPersons(header)) continue;
    const fields = new Set(
      header.columns.flatMap(({ names }) => names.map((name) => fieldOfHeading.get(name))),
    );
    const others = header.columns.filter(({ names }) => names.some((name) => otherHeadings.test(name)));
    const score = fields.size + others.length;
    if (best === null || score > best.score) best = { header, score };
  }
  return best && lowestRow(sheet, best.header);
}

/**
 * The header in a row as it is, with what is merged into it from above. `upper`: the row above it is the upper half of
 * the same header though nothing is merged (a .csv cannot).
 */
export function headerAt(sheet: TableSheet, row: number, upper: number | null = null): Header {
  const above = sheet.merges
    .filter(({ top, bottom, left }) => top < row && bottom >= row - 1 && left < MAX_COLUMNS)
    .slice(0, MAX_MERGES);
  const cells = rowCells(sheet, row).filter(({ column }) => column < MAX_COLUMNS);
  const own = new Map(cells.map((cell) => [cell.column, cell.text]));
  // A header merged downwards into this row stands in a row above.
  for (const { top, bottom, left } of above) {
    if (bottom < row || own.has(left)) continue;
    const text = rowCells(sheet, top).find((cell) => cell.column === left)?.text;
    if (text !== undefined) own.set(left, text);
  }
  const halves = upper === null ? [] : rowCells(sheet, upper).filter(({ column }) => column < MAX_COLUMNS);
  for (const { column, text } of halves) if (!own.has(column)) own.set(column, text);
  const columns = [...own]
    .sort(([a], [b]) => a - b)
    .map(([column, text]): HeaderColumn => {
      const letter = columnLetter(column);
      const name = plainHeader(text);
      const over = above.find(
        ({ left, right, bottom }) => bottom === row - 1 && left <= column && right >= column,
      );
      const overText = over && rowCells(sheet, over.top).find((cell) => cell.column === over.left)?.text;
      const names = overText ? [name, `${plainHeader(overText)}${name}`] : [name];
      const isOfOthers =
        (overText !== undefined && neverHeadings.test(plainHeader(overText))) ||
        headerHints(text).some((hint) => hint.length <= SHORT_HINT && otherHints.test(hint));
      return { column, letter, names, shown: shownHeader(text, letter), isOfOthers };
    });
  for (const [at, column] of columns.entries()) {
    const before = columns[at - 1]?.names[0] ?? '';
    if (ANY_PHONE.test(column.names[0] ?? '') && otherPeople.test(before)) column.isOfOthers = true;
  }
  return { row, columns };
}

/** When 姓名 is merged downwards over the rows of the header, the header ends where that merge does. */
function lowestRow(sheet: TableSheet, header: Header): Header {
  const name = nameColumn(header);
  const merge = sheet.merges.find(
    ({ top, bottom, left }) => left === name && top <= header.row && bottom > header.row,
  );
  const lower = merge && headerAt(sheet, merge.bottom);
  // A person stands there already: the merge is no part of the header.
  if (lower && nameColumn(lower) === name) return lower;
  return merge ? header : unmergedLower(sheet, header, name);
}

/** The row below goes on with the header when it names two fields or more and nobody. */
function unmergedLower(sheet: TableSheet, header: Header, name: number | undefined): Header {
  const cells = rowCells(sheet, header.row + 1);
  const named = cells.filter(({ text }) => fieldOfHeading.has(plainHeader(text)));
  const goesOn = named.length >= 2 && cells.every(({ column }) => column !== name);
  return goesOn ? headerAt(sheet, header.row + 1, header.row) : header;
}

/** True when a row is headed 姓名 somewhere, as every header of a roster is. */
export function namesPersons(header: Header): boolean {
  return nameColumn(header) !== undefined;
}

/** How many columns are headed 姓名 for members: two mean that the sheet holds two lists side by side. */
export function countNameColumns({ columns }: Header): number {
  return columns.filter(({ names: [own = ''], isOfOthers }) => !isOfOthers && own === '姓名').length;
}

function nameColumn({ columns }: Header): number | undefined {
  return columns.find(
    ({ names, isOfOthers }) => !isOfOthers && names.some((one) => fieldOfHeading.get(one) === 'name'),
  )?.column;
}

/** Rows come sorted; a file of 50,000 rows and as many merges must not be searched from the top each time. */
function rowCells(sheet: TableSheet, row: number): TableSheet['rows'][number]['cells'] {
  let [from, to] = [0, sheet.rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sheet.rows[middle]?.row ?? 0) < row) from = middle + 1;
    else to = middle;
  }
  const found = sheet.rows[from];
  return found?.row === row ? found.cells : [];
}
