import type { PlacedParagraph } from '../bankLine';
import { type ColumnRoles, rolesOfContent, rolesOfHeader } from '../columnRoles';

/** What tables are parted by when they are copied or saved as text. */
const signs = ['\t', ',', '，', '|', '｜', ';', '；'] as const;
/** Without a header only signs that sentences do not have count. */
const bareSigns: readonly string[] = ['\t', ',', '|'];
/** Without a header: columns and rows that make it sure that the sign parts columns. */
const LEAST_COLUMNS = 4;
const LEAST_ROWS = 3;
/** A header stands near the top; above it are a title and instructions. */
const FIRST_LINES = 60;

type Cells = { column: number; text: string }[];

/**
 * Lines of a text that are rows of a table, as its cells: below a header of questions' parts, or where all lines have
 * the same number of columns that look like stem, options and answer. A row with more cells than the header has a sign
 * within its words; nothing tells where, so all of it becomes the stem and the check reports it.
 */
export function withDelimitedCells(paragraphs: readonly PlacedParagraph[]): PlacedParagraph[] {
  for (const sign of signs) {
    const first = paragraphs.slice(0, FIRST_LINES).map((paragraph) => rowOf(paragraph, sign));
    const head = first.findIndex((cells) => cells.length > 1 && rolesOfHeader(cells) !== null);
    const isBare =
      head < 0 && bareSigns.includes(sign) && first.every(({ length }) => length >= LEAST_COLUMNS);
    if (head < 0 && !isBare) continue;
    const rows = paragraphs.map((paragraph) => rowOf(paragraph, sign));
    const roles = head < 0 ? rolesWithoutHeader(rows) : rolesOfHeader(rows[head] ?? []);
    if (!roles) continue;
    const width = rows[Math.max(head, 0)]?.length ?? 0;
    return paragraphs.flatMap((paragraph, index) => {
      const cells = rows[index] ?? [];
      const row = index - Math.max(head, 0);
      if (row < 0 || cells.length < 2) return [paragraph];
      const isSound = sign === '\t' || cells.length === width;
      return (isSound ? cells : [{ column: stemColumn(roles), text: paragraph.text.split(sign).join('  ') }])
        .filter(({ text }) => text !== '')
        .map(({ column, text }) => ({ ...paragraph, text, cell: { table: -1, row, column } }));
    });
  }
  return [...paragraphs];
}

/** Lines with cells already, or with breaks within, are no rows of a text. */
function rowOf({ text, cell }: PlacedParagraph, sign: string): Cells {
  return cell || text.includes('\n') ? [] : cellsOf(text, sign);
}

/** The cells of a line; within quotes the sign is part of the words. */
function cellsOf(text: string, sign: string): Cells {
  if (!text.includes(sign)) return [];
  const cells: string[] = [''];
  let isQuoted = false;
  for (const letter of text) {
    const last = cells.length - 1;
    if (letter === '"' && (isQuoted || cells[last] === '')) isQuoted = !isQuoted;
    else if (letter === sign && !isQuoted) cells.push('');
    else cells[last] += letter;
  }
  return cells.map((cell, column) => ({ column, text: cell.trim() }));
}

function rolesWithoutHeader(rows: readonly Cells[]): ColumnRoles | null {
  const width = rows[0]?.length ?? 0;
  const isTable = rows.length >= LEAST_ROWS && rows.every(({ length }) => length === width);
  return isTable ? rolesOfContent(rows.map((cells) => cells.filter(({ text }) => text !== ''))) : null;
}

function stemColumn({ byColumn }: ColumnRoles): number {
  return [...byColumn].find(([, role]) => role === 'stem')?.[0] ?? 0;
}
