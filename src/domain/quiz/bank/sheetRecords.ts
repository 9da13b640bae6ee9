import { type ColumnRoles, rolesOfContent, rolesOfHeader } from './columnRoles';
import { optionListOf } from './objectRecords';
import { emptyRecord, type QuestionRecord } from './recordDraft';

/** A sheet as documents give it. */
export interface SourceSheet {
  name: string;
  rows: readonly { row: number; cells: readonly { column: number; text: string; formula: boolean }[] }[];
  merges: readonly { top: number; left: number; bottom: number; right: number }[];
}

/** Header rows are looked for in the first rows only; above them stand titles and instructions. */
const FIRST_ROWS = 30;

/** The questions of a sheet with how their columns were known; null when it holds none. */
export function sheetRecords(
  sheet: SourceSheet,
  file: string,
): { records: QuestionRecord[]; evidence: string } | null {
  const rows = sheet.rows.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
  const head = rows.slice(0, FIRST_ROWS).findIndex(({ cells }) => rolesOfHeader(cells) !== null);
  const headCells = rows[head]?.cells;
  const roles = headCells
    ? rolesOfHeader(headCells)
    : rows.length >= 2
      ? rolesOfContent(rows.map(({ cells }) => cells))
      : null;
  if (!roles) return null;
  const records = rows.slice(head + 1).flatMap((row) => recordOf(row, roles, sheet, file));
  return records.length > 0 ? { records, evidence: roles.evidence } : null;
}

function recordOf(
  row: SourceSheet['rows'][number],
  roles: ColumnRoles,
  sheet: SourceSheet,
  file: string,
): QuestionRecord[] {
  const texts = new Map(row.cells.map(({ column, text }) => [column, text]));
  const stemColumn = [...roles.byColumn].find(([, role]) => role === 'stem')?.[0] ?? 0;
  const record = emptyRecord(`${file} ${sheet.name}!${columnLetter(stemColumn)}${row.row}`);
  const cells: string[] = [];
  let optionsText = '';
  for (const [column, role] of roles.byColumn) {
    // A cell that spans several rows (the kind, the chapter) counts for each of them.
    const text =
      texts.get(column) ?? (role === 'type' || role === 'topic' ? mergedText(sheet, row.row, column) : '');
    if (typeof role === 'object') cells[role.option] = text;
    else if (role === 'options') optionsText = text;
    else record[role] = text;
  }
  record.optionCells = Array.from(cells, (cell) => cell ?? '');
  record.optionList = optionListOf(optionsText) ?? [];
  record.options = record.optionList.length > 0 ? '' : optionsText;
  record.hasFormula = row.cells.some(({ column, formula }) => formula && roles.byColumn.has(column));
  const isEmpty =
    record.stem.trim() === '' &&
    record.answer.trim() === '' &&
    record.optionCells.every((cell) => cell.trim() === '');
  // A line of words across the table is a note.
  const isNote = row.cells.filter(({ text }) => text.trim() !== '').length === 1 && record.answer === '';
  return isEmpty || (isNote && record.stem.trim() === '') ? [] : [record];
}

function mergedText(sheet: SourceSheet, row: number, column: number): string {
  const merge = sheet.merges.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  if (!merge) return '';
  return (
    sheet.rows.find((one) => one.row === merge.top)?.cells.find((cell) => cell.column === merge.left)?.text ??
    ''
  );
}

/** 0 is A, 26 is AA. */
function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}
