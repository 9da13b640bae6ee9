import { saidOrNull } from './emptyWords';
import { FilledDown } from './filledDown';
import { headerAt, namesPersons } from './findHeader';
import { headings, isHeading } from './headerSynonyms';
import { plainHeader } from './headerText';
import { kindProblem } from './kindProblem';
import type { DateAround } from './readDate';
import { readFields } from './readFields';
import { type NameReading, readName } from './readName';
import { problemAt } from './rosterProblems';
import type { RosterField, RosterProblem, RosterRow, RowPlace, SheetMapping } from './rosterSheet';
import { Sections } from './sections';
import { columnOf, type TableCell, type TableSheet } from './sheetTable';

/** One mapped column ready for reading. */
export interface FieldColumn {
  field: RosterField;
  column: number;
  header: string;
  /** The column holds duties of the employer too: only posts that we know are kept. */
  isMixed: boolean;
  /** For the branch and the group, which are often written once for many rows. */
  filled: FilledDown | null;
}

/** A list for each branch under one another repeats its header some dozens of times; looking at one takes a moment. */
const MAX_HEADERS = 500;

/** The persons of one sheet below its header. */
export function readRows(
  sheet: TableSheet,
  mapping: SheetMapping,
  around: DateAround,
): { rows: RosterRow[]; problems: RosterProblem[] } {
  const names = new Map<number, NameReading>();
  const columns = fieldColumns(sheet, mapping, names);
  const fieldOf = new Map(columns.map(({ column, field }) => [column, field]));
  const nameColumn = columns.find(({ field }) => field === 'name')?.column ?? -1;
  const sections = new Sections(sheet, mapping);
  const rows: RosterRow[] = [];
  const problems: RosterProblem[] = [];
  const formulas: Counted = new Map();
  const hidden: Counted = new Map();
  let headers = 0;
  for (const { row, cells, hidden: isHidden } of sheet.rows) {
    if (row <= mapping.headerRow) continue;
    const at = { sheet: sheet.name, row };
    if (isHidden) {
      count(hidden, -1, row);
      continue;
    }
    const { usable, broken } = usableCells(at, cells, fieldOf, formulas);
    problems.push(...broken);
    if (broken.some(({ weight }) => weight === 'row')) continue;
    const name = names.get(row) ?? readName(usable.get(nameColumn)?.text ?? '');
    if (typeof name === 'string') {
      const isHeader = isHeaderCell(usable.get(nameColumn));
      if (isHeader) headers += 1;
      if (isHeader && (headers > MAX_HEADERS || isOtherHeader(sheet, mapping, row))) {
        problems.push(problemAt('otherHeader', at, null));
        break;
      }
      const isSection = name !== 'unclear' && sections.begin(cells, usable, nameColumn);
      const problem = isSection
        ? problemAt('heading', at, null)
        : problemOfNameless(name, at, nameColumn, cells, usable);
      if (problem) problems.push(problem);
      continue;
    }
    if (sections.isOfOthers) {
      problems.push(problemAt('underOtherHeading', at, null));
      continue;
    }
    if (name.check) problems.push(problemAt(name.check, at, nameColumn));
    const read = readFields(at, name.name, columns, usable, around);
    problems.push(...read.problems);
    if (read.problems.some(({ weight }) => weight === 'row')) continue;
    const person = sections.under(read.row);
    const odd = kindProblem(person, around.today);
    if (odd) problems.push(odd);
    rows.push(person);
  }
  const place = (row: number) => ({ sheet: sheet.name, row });
  for (const [column, { first, times }] of formulas)
    problems.push(problemAt('formulaTaken', place(first), column, { detail: `（共 ${times} 格）` }));
  for (const { first, times } of hidden.values())
    problems.push(problemAt('hiddenRows', place(first), null, { detail: `（这样的共 ${times} 行）` }));
  for (const { column, filled } of columns) {
    if (filled?.blanks)
      problems.push(
        problemAt('filledDown', place(filled.blanks.first), column, {
          detail: `（共 ${filled.blanks.count} 格）`,
        }),
      );
  }
  return { rows: sections.named(rows), problems };
}

/** `names`: filled with what is read of 姓名, row by row, when a column needs to know who stands where. */
function fieldColumns(
  sheet: TableSheet,
  mapping: SheetMapping,
  names: Map<number, NameReading>,
): FieldColumn[] {
  const name = columnOf(mapping.columns.find(({ field }) => field === 'name')?.column ?? '');
  const persons = new Set<number>();
  if (mapping.columns.some(({ field }) => field === 'organisationName' || field === 'groupName')) {
    for (const { row, cells } of sheet.rows) {
      if (row <= mapping.headerRow) continue;
      const text = cells.find(({ column }) => column === name)?.text ?? '';
      const reading = readName(text);
      names.set(row, reading);
      if (typeof reading === 'object') persons.add(row);
    }
  }
  return mapping.columns.map(({ field, column: letter, header }): FieldColumn => {
    const column = columnOf(letter);
    const isFilled = field === 'organisationName' || field === 'groupName';
    const filled = isFilled ? new FilledDown(sheet, column, persons, field === 'organisationName') : null;
    return { field, column, header, isMixed: !headings.posts.whole.slice(0, 5).includes(header), filled };
  });
}

function isHeaderCell(cell: TableCell | undefined): boolean {
  return cell !== undefined && isHeading(plainHeader(cell.text));
}

/** A header once more, and a column that we read is called something else in it. */
function isOtherHeader(sheet: TableSheet, mapping: SheetMapping, row: number): boolean {
  const header = headerAt(sheet, row);
  if (!namesPersons(header) || !namesPersons(headerAt(sheet, mapping.headerRow))) return false;
  const shown = new Map(header.columns.map((column) => [column.letter, column.shown]));
  return mapping.columns.some(({ column, header: own }) => shown.get(column) !== own);
}

/** Column -> where something begins and how often it is there: said once for a column, not ten thousand times. */
type Counted = Map<number, { first: number; times: number }>;

function count(counted: Counted, column: number, row: number): void {
  const seen = counted.get(column);
  counted.set(column, { first: seen?.first ?? row, times: (seen?.times ?? 0) + 1 });
}

/** The mapped cells of a row that can be read; every other cell is left behind here. */
function usableCells(
  at: RowPlace,
  cells: readonly TableCell[],
  fieldOf: ReadonlyMap<number, RosterField>,
  formulas: Counted,
): { usable: Map<number, TableCell>; broken: RosterProblem[] } {
  const usable = new Map<number, TableCell>();
  const broken: RosterProblem[] = [];
  for (const cell of cells) {
    const field = fieldOf.get(cell.column);
    if (field === undefined) continue;
    const isEmptyFormula = cell.formula && cell.text === '';
    if (cell.error || isEmptyFormula) {
      const weight = field === 'name' ? 'row' : 'cell';
      broken.push(problemAt(cell.error ? 'cellError' : 'formulaWithoutValue', at, cell.column, { weight }));
      continue;
    }
    usable.set(cell.column, cell);
    if (cell.formula) count(formulas, cell.column, at.row);
  }
  return { usable, broken };
}

/** Rows prepared with a running number only are empty; whatever else has no name is said. */
function problemOfNameless(
  name: 'none' | 'noPerson' | 'unclear' | 'tooLong',
  at: RowPlace,
  nameColumn: number,
  cells: readonly TableCell[],
  usable: ReadonlyMap<number, TableCell>,
): RosterProblem | null {
  if (name === 'tooLong') return problemAt('tooLong', at, nameColumn, { weight: 'row' });
  if (name === 'unclear') return problemAt('nameUnclear', at, nameColumn);
  const said = (cell: TableCell) => saidOrNull(cell.text) !== null;
  const values = [...usable.values()].filter((cell) => cell.column !== nameColumn && said(cell));
  if (name === 'none' && values.length > 0) return problemAt('noName', at, nameColumn);
  const hasWords = cells.some((cell) => said(cell) && !/^[\d\s.]+$/.test(cell.text));
  return name === 'noPerson' || hasWords ? problemAt('noPerson', at, null) : null;
}
