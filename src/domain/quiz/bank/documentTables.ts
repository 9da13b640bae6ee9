import { lettersOf } from './answerValue';
import type { PlacedParagraph } from './bankLine';
import { roleOf, rolesOfContent, rolesOfHeader } from './columnRoles';
import { plainForm } from './plainForm';
import type { SourceSheet } from './sheetRecords';
import { withTruthColumns } from './truthColumns';
import { truthOf } from './truthWords';

/** A text with its tables sorted out: what is read line by line, and tables whose rows are questions. */
export interface SortedTables {
  lines: PlacedParagraph[];
  sheets: SourceSheet[];
}

interface Table {
  number: number;
  rows: { row: number; cells: Map<number, PlacedParagraph[]> }[];
}

/** Rows of `|…|` in a Markdown text as cells of a table; the row of dashes says that they are one. */
export function withMarkdownCells(paragraphs: readonly PlacedParagraph[]): PlacedParagraph[] {
  const found: PlacedParagraph[] = [];
  let table = 0;
  let row = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const text = paragraph.text.trim();
    const before = paragraphs[index - 1]?.text.trim() ?? '';
    if (!isRow(text)) {
      found.push(paragraph);
      continue;
    }
    if (!isRow(before)) {
      table += 1;
      row = 0;
    }
    if (/^\|(?:\s*:?-+:?\s*\|)+$/.test(text)) continue;
    for (const [column, cell] of text
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .entries())
      if (cell.trim() !== '')
        found.push({ ...paragraph, text: cell.trim().replaceAll('\\|', '|'), cell: { table, row, column } });
    row += 1;
  }
  return found;
}

const isRow = (text: string) => /^\|.*\|$/.test(text) && text.length > 2;

/**
 * Sorts out the tables of a document: a table with a header of questions' parts (or whose columns look like them) is
 * a sheet; a grid of numbers and answers becomes lines of a key; any other only lays out text and is read in order.
 */
export function sortTables(paragraphs: readonly PlacedParagraph[]): SortedTables {
  const sorted: SortedTables = { lines: [], sheets: [] };
  let before: SourceSheet | null = null;
  for (let at = 0; at < paragraphs.length; ) {
    const number = paragraphs[at]?.cell?.table;
    let end = at + 1;
    while (number !== undefined && paragraphs[end]?.cell?.table === number) end += 1;
    const part = paragraphs.slice(at, end);
    if (number === undefined) {
      sorted.lines.push(...part);
      before = null;
    } else {
      const table = tableOf(part, number);
      const whole: SourceSheet | null =
        before && goesOn(before, sheetOf(table)) ? withRows(before, sheetOf(table)) : null;
      if (whole) sorted.sheets[sorted.sheets.length - 1] = whole;
      else sortTable(table, sorted);
      const last: SourceSheet | undefined = sorted.sheets[sorted.sheets.length - 1];
      before = whole ?? (last?.name === sheetOf(table).name ? last : null);
    }
    at = end;
  }
  return sorted;
}

/** A table right below one with a header, with columns like it and no header of its own: the page had ended. */
function goesOn(before: SourceSheet, sheet: SourceSheet): boolean {
  const width = (rows: SourceSheet['rows']) =>
    Math.max(...rows.map(({ cells }) => Math.max(...cells.map(({ column }) => column))));
  const isHeaded = ({ rows }: SourceSheet) =>
    rows.slice(0, 3).some(({ cells }) => rolesOfHeader(cells) !== null);
  return isHeaded(before) && !isHeaded(sheet) && width(sheet.rows) === width(before.rows);
}

function withRows(before: SourceSheet, { rows }: SourceSheet): SourceSheet {
  const last = before.rows[before.rows.length - 1]?.row ?? 0;
  return { ...before, rows: [...before.rows, ...rows.map((row) => ({ ...row, row: last + row.row }))] };
}

function tableOf(paragraphs: readonly PlacedParagraph[], number: number): Table {
  const rows: Table['rows'] = [];
  for (const paragraph of paragraphs) {
    const { row = 0, column = 0 } = paragraph.cell ?? {};
    let last = rows[rows.length - 1];
    if (!last || last.row !== row) {
      last = { row, cells: new Map() };
      rows.push(last);
    }
    last.cells.set(column, [...(last.cells.get(column) ?? []), paragraph]);
  }
  return { number, rows };
}

const textOf = (paragraphs: readonly PlacedParagraph[]) =>
  paragraphs.map(({ text, numbering }) => (numbering ? `${numbering} ${text}` : text)).join('\n');

function sortTable(table: Table, sorted: SortedTables): void {
  const sheet = sheetOf(table);
  const texts = sheet.rows.map(({ cells }) => cells);
  const isWide = texts.filter((cells) => cells.length > 2).length > texts.length / 2;
  if (texts.slice(0, 3).some((cells) => rolesOfHeader(cells) !== null)) {
    sorted.sheets.push(sheet);
    return;
  }
  const keys = keyLinesOf(table);
  if (keys) {
    sorted.lines.push(...keys);
    return;
  }
  if (texts.length > 2 && isWide && rolesOfContent(texts) !== null) {
    sorted.sheets.push(sheet);
    return;
  }
  const isForm = isLabelled(table);
  for (const { cells } of table.rows) {
    const row = [...cells.values()];
    if (isForm) {
      sorted.lines.push(...formLines(row));
      continue;
    }
    // A letter or number in a cell of its own belongs to the words beside it.
    const isSplit = row.some((cell) =>
      /^\s*[([]?\s*(?:[A-J]{1,6}|\d{1,4}|√|×)\s*[)\]]?[.、]?\s*$/.test(plainForm(textOf(cell))),
    );
    const [first] = row[0] ?? [];
    if (isSplit && row.length > 1 && first)
      sorted.lines.push({
        text: row.map(textOf).join('  '),
        heading: null,
        numbering: null,
        at: first.at,
        line: first.line,
      });
    else sorted.lines.push(...row.flat());
  }
}

/** A form: `题干 | …`, `选项A | …`, `答案 | … | 解析 | …`, each row labels and what they say. */
function isLabelled({ rows }: Table): boolean {
  const labels = rows.flatMap(({ cells }) => {
    const row = [...cells.values()];
    return row.length % 2 === 0 ? row.filter((_, place) => place % 2 === 0) : [null];
  });
  return rows.length > 2 && labels.every((label) => label !== null && roleOf(textOf(label)) !== null);
}

/** Each label of a row of a form with what it says, in a line. */
function formLines(row: readonly PlacedParagraph[][]): PlacedParagraph[] {
  return row.flatMap((label, place) => {
    const [at] = label;
    if (place % 2 === 1 || !at) return [];
    const text = `${textOf(label).replace(/[\s:：]+$/, '')}：${textOf(row[place + 1] ?? [])}`;
    return [{ ...at, text, numbering: null, cell: undefined }];
  });
}

function sheetOf({ number, rows }: Table): SourceSheet {
  return withTruthColumns({
    name: number < 0 ? '' : `表${number + 1}`,
    merges: [],
    rows: rows.map(({ row, cells }) => ({
      row: row + 1,
      cells: [...cells].map(([column, paragraphs]) => ({ column, text: textOf(paragraphs), formula: false })),
    })),
  });
}

/**
 * `题号 1 2 3` over `答案 A B C`, or numbers and answers side by side, as lines that a list of answers has. An empty
 * grid to write into gives no line; null when the table is no such grid.
 */
function keyLinesOf({ rows }: Table): PlacedParagraph[] | null {
  const grid = rows.map(({ cells }) => ({
    at: [...cells.values()][0]?.[0],
    cells: [...cells].map(([column, cell]) => ({ column, text: plainForm(textOf(cell)).trim() })),
  }));
  const isNumber = (text: string) => /^\d{1,4}[.、]?$/.test(text);
  const isAnswer = (text: string) => lettersOf(text) !== null || truthOf(text) !== null;
  const isLabel = (text: string) =>
    /^(?:题号|序号|题目|答案|参考答案|正确答案|得分|评分|总分|合计|[一二三四五六七八九十]|(?:评卷|阅卷|复核|核分|统分|登分)人?(?:签[名字])?)$/.test(
      text.replace(/\s/g, ''),
    );
  if (
    grid.some(({ cells }) =>
      cells.some(({ text }) => text !== '' && !isNumber(text) && !isAnswer(text) && !isLabel(text)),
    )
  )
    return null;
  const entries: string[] = [];
  for (const [index, { cells }] of grid.entries()) {
    const bare = cells.filter(({ text }) => !isLabel(text));
    const below = new Map(grid[index + 1]?.cells.map(({ column, text }) => [column, text]));
    if (bare.length > 0 && bare.every(({ text }) => isNumber(text))) {
      for (const { column, text } of bare)
        if (isAnswer(below.get(column) ?? ''))
          entries.push(`${Number.parseInt(text, 10)}.${below.get(column)}`);
    } else
      for (const [place, { column, text }] of bare.entries()) {
        const next = bare[place + 1];
        if (isNumber(text) && next?.column === column + 1 && isAnswer(next.text))
          entries.push(`${Number.parseInt(text, 10)}.${next.text}`);
      }
  }
  const hasNumbers = grid.some(({ cells }) => cells.some(({ text }) => isNumber(text)));
  const first = grid[0]?.at;
  const isBox = grid.every(({ cells }) => cells.every(({ text }) => isLabel(text) && !/答案/.test(text)));
  if (isBox) return [];
  if (!hasNumbers || !first) return null;
  if (entries.length === 0) return [];
  const line = { heading: null, numbering: null, at: first.at, line: first.line };
  return [
    { ...line, text: '答案' },
    { ...line, text: entries.join('  ') },
  ];
}
