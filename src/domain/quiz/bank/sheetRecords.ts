import type { KeyList } from './assembly/keyList';
import { type ColumnRoles, isWrong, roleOf, rolesOfContent, rolesOfHeader } from './columnRoles';
import { optionListOf } from './objectRecords';
import { optionsInLine } from './optionMarkers';
import { emptyRecord, type QuestionRecord } from './recordDraft';
import { type SaidType, saidTypeOf } from './saidType';
import { typeHeadingOf } from './signals/headings';
import { withTruthColumns } from './truthColumns';
import { legendIn, type TruthLegend } from './truthLegend';

type SourceCell = { column: number; text: string; formula: boolean };
type SourceRow = { row: number; cells: readonly SourceCell[] };

/** A sheet as documents give it. */
export interface SourceSheet {
  name: string;
  rows: readonly SourceRow[];
  merges: readonly { top: number; left: number; bottom: number; right: number }[];
}

/** The questions of a sheet with how their columns were known. */
export interface SheetRecords {
  records: QuestionRecord[];
  evidence: string;
}

/** Header rows are looked for in the first rows only; above them stand titles and instructions. */
const FIRST_ROWS = 30;

/** Names of columns are short; with a hint in brackets they may come to this. */
const LONGEST_HEADER = 40;

/** The questions of a sheet; null when it holds none. Tables side by side are read one after another. */
export function sheetRecords(sheet: SourceSheet, file: string): SheetRecords | null {
  const parts = besideEachOther(withTruthColumns(sheet)).map((part) => tableRecords(part, file));
  const found = parts.flatMap((part) => part ?? []);
  if (found.length === 0) return null;
  return {
    records: found.flatMap(({ records }) => records),
    evidence: [...new Set(found.map(({ evidence }) => evidence))].join('；'),
  };
}

/** A sheet whose header names everything twice, with an empty column between, as two sheets. */
function besideEachOther(sheet: SourceSheet): SourceSheet[] {
  for (const { cells } of sheet.rows.slice(0, FIRST_ROWS)) {
    const headers = cells.filter(({ text }) => text.trim() !== '');
    const starts = headers.filter(
      ({ column }, index) => index === 0 || column > (headers[index - 1]?.column ?? 0) + 1,
    );
    if (starts.length < 2) continue;
    const ranges = starts.map(({ column }, index) => ({
      from: index === 0 ? 0 : column,
      to: starts[index + 1]?.column ?? Number.POSITIVE_INFINITY,
    }));
    const within = (row: SourceRow, { from, to }: { from: number; to: number }) =>
      row.cells.filter(({ column }) => column >= from && column < to);
    if (
      !ranges.every((range) =>
        rolesOfHeader(headers.filter(({ column }) => column >= range.from && column < range.to)),
      )
    )
      continue;
    return ranges.map((range) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, cells: within(row, range) })),
    }));
  }
  return [sheet];
}

function tableRecords(sheet: SourceSheet, file: string): SheetRecords | null {
  const rows = sheet.rows.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
  const head = rows.slice(0, FIRST_ROWS).findIndex(({ cells }) => rolesOfHeader(cells) !== null);
  const first = rows[head];
  const second = rows[head + 1];
  const isDouble = first && second ? rolesOfTwo(first, second) : null;
  const roles = first
    ? (isDouble ?? rolesOfHeader(first.cells))
    : rows.length >= 2
      ? rolesOfContent(rows.map(({ cells }) => cells))
      : null;
  if (!roles) return null;
  const reader = new SheetReader(sheet, file, roles, legendAbove(rows.slice(0, head + 1)));
  for (const row of rows.slice(head + (isDouble ? 2 : 1))) reader.take(row);
  return reader.records.length > 0 ? { records: reader.records, evidence: roles.evidence } : null;
}

/** What the notes above the header and the header itself say about letters of true-false answers. */
function legendAbove(rows: readonly SourceRow[]): TruthLegend | null {
  const said = rows.flatMap(({ cells }) => cells.flatMap(({ text }) => legendIn(text) ?? []));
  return said[said.length - 1] ?? null;
}

/** `选项` over `A B C D`: two rows make one header. */
function rolesOfTwo(first: SourceRow, second: SourceRow): ColumnRoles | null {
  const below = second.cells.filter(({ text }) => text.trim() !== '');
  const letters = below.flatMap((cell) => {
    const role = roleOf(cell.text);
    return role !== null && typeof role === 'object' ? [cell] : [];
  });
  if (letters.length < 2 || letters.length < below.length) return null;
  const columns = new Set(letters.map(({ column }) => column));
  const above = first.cells.filter(({ column }) => !columns.has(column));
  return rolesOfHeader([...above, ...letters].sort((one, other) => one.column - other.column));
}

/** The answers of a sheet with numbers and answers but no questions, as a key in a file of its own has them. */
export function sheetKeys(sheet: SourceSheet, file: string): KeyList[] {
  const entries: { type: SaidType | null; number: number; value: string; row: number }[] = [];
  let columns: { number: number; answer: number; type: number }[] = [];
  for (const { row, cells } of sheet.rows) {
    const roles = cells.map(({ column, text }) => ({ column, role: roleOf(text) }));
    const of = (role: string) => roles.filter((one) => one.role === role).map(({ column }) => column);
    const [numbers, answers] = [of('number'), of('answer')];
    if (numbers.length > 0 && answers.length > 0) {
      if (of('stem').length > 0) return [];
      // 题号 答案 题号 答案: several lists beside each other.
      columns = numbers.map((number, index) => ({
        number,
        answer: answers[index] ?? -1,
        type: of('type')[index] ?? -1,
      }));
      continue;
    }
    const textAt = (column: number) => cells.find((cell) => cell.column === column)?.text.trim() ?? '';
    for (const { number, answer, type } of columns) {
      if (!/^\d{1,4}$/.test(textAt(number)) || textAt(answer) === '') continue;
      entries.push({
        type: saidTypeOf(textAt(type)) ?? saidTypeOf(sheet.name),
        number: Number(textAt(number)),
        value: textAt(answer),
        row,
      });
    }
  }
  return listsOf(entries, columns.length > 1, `${file} ${sheet.name}!`);
}

/** Answers as lists: each goes on by its numbers within a kind; from columns beside each other they are sorted first. */
function listsOf(
  entries: readonly { type: SaidType | null; number: number; value: string; row: number }[],
  isBeside: boolean,
  at: string,
): KeyList[] {
  const sorted = isBeside ? [...entries].sort((one, other) => one.number - other.number) : entries;
  const lists: KeyList[] = [];
  for (const { type, number, value, row } of sorted) {
    const entry = { number, value, explanation: '' };
    const last = lists[lists.length - 1];
    const before = last?.entries[last.entries.length - 1];
    if (last && before && last.type === type && entry.number > before.number) last.entries.push(entry);
    else lists.push({ at: `${at}${row}`, after: 0, type, entries: [entry] });
  }
  return lists;
}

/** Goes down the rows: notes and repeated headers fall out, a kind in a row of its own counts for those below it. */
class SheetReader {
  readonly records: QuestionRecord[] = [];
  private said = '';
  private readonly own: string;

  constructor(
    private readonly sheet: SourceSheet,
    private readonly file: string,
    private roles: ColumnRoles,
    private readonly legend: TruthLegend | null,
  ) {
    // A sheet may be named after the kind of its questions.
    this.own = saidTypeOf(sheet.name) ? sheet.name : '';
  }

  take(row: SourceRow): void {
    const header =
      row.cells.length > 1 && row.cells.every(({ text }) => text.length < LONGEST_HEADER)
        ? rolesOfHeader(row.cells)
        : null;
    if (header) {
      this.roles = header;
      return;
    }
    const filled = row.cells.filter(({ text }) => text.trim() !== '');
    const alone = filled.length === 1 ? (filled[0]?.text ?? '') : '';
    const heading = alone === '' ? null : typeHeadingOf(alone);
    if (heading) {
      this.said = kindWord(heading.type);
      return;
    }
    const record = this.recordOf(row);
    const last = this.records[this.records.length - 1];
    const words = record.options || record.optionCells.find((cell) => cell.trim() !== '') || '';
    // One option in each row, below a stem that stands once.
    if (
      record.stem.trim() === '' &&
      record.answer.trim() === '' &&
      last &&
      words !== '' &&
      this.hasOneOptions()
    ) {
      last.options = last.options === '' ? words : `${last.options}\n${words}`;
      return;
    }
    // The stem's own column goes on with its options, one in each row.
    const isOption = optionsInLine(record.stem).some(({ isSigned }) => isSigned);
    if (last && isOption && record.answer.trim() === '' && words === '' && hasNoCells(last)) {
      last.stem += `\n${record.stem}`;
      return;
    }
    const isEmpty =
      record.stem.trim() === '' &&
      record.answer.trim() === '' &&
      record.optionCells.every((cell) => cell.trim() === '');
    // A line of words across the table is a note.
    const isNote = filled.length === 1 && record.answer === '' && record.stem.trim() === '';
    if (!isEmpty && !isNote) this.records.push(record);
  }

  private hasOneOptions(): boolean {
    return [...this.roles.byColumn.values()].includes('options');
  }

  private recordOf(row: SourceRow): QuestionRecord {
    const { sheet, roles } = this;
    const texts = new Map(row.cells.map(({ column, text }) => [column, text]));
    const stemColumn = [...roles.byColumn].find(([, role]) => role === 'stem')?.[0] ?? 0;
    const record = emptyRecord(`${this.file} ${sheet.name}!${columnLetter(stemColumn)}${row.row}`);
    const cells: string[] = [];
    let optionsText = '';
    for (const [column, role] of roles.byColumn) {
      // A cell that spans several rows (the kind, the chapter) counts for each of them.
      const text =
        texts.get(column) ?? (role === 'type' || role === 'topic' ? mergedText(sheet, row.row, column) : '');
      if (isWrong(role)) record.wrongs.push(text);
      else if (typeof role === 'object') cells[role.option] = text;
      else if (role === 'options') optionsText = text;
      else record[role] = text;
    }
    if (record.type.trim() === '') record.type = this.said || this.own;
    record.optionCells = Array.from(cells, (cell) => cell ?? '');
    record.optionList = optionListOf(optionsText) ?? [];
    record.options = record.optionList.length > 0 ? '' : optionsText;
    record.legend = this.legend;
    record.hasFormula = row.cells.some(({ column, formula }) => formula && roles.byColumn.has(column));
    return record;
  }
}

function hasNoCells({ options, optionCells, optionList }: QuestionRecord): boolean {
  return options === '' && optionList.length === 0 && optionCells.every((cell) => cell.trim() === '');
}

function kindWord(type: SaidType): string {
  return {
    single: '单选',
    multiple: '多选',
    trueFalse: '判断',
    blank: '填空',
    choice: '选择',
    essay: '简答',
  }[type];
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
