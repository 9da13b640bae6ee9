import { saidOrNull } from './emptyWords';
import { FilledDown } from './filledDown';
import { headings } from './headerSynonyms';
import { readFields } from './readFields';
import { readName } from './readName';
import { problemAt } from './rosterProblems';
import type { RosterField, RosterProblem, RosterRow, RowPlace, SheetMapping } from './rosterSheet';
import { columnOf, type TableCell, type TableFile, type TableSheet } from './sheetTable';

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

/** The persons of one sheet below its header. */
export function readRows(
  sheet: TableSheet,
  mapping: SheetMapping,
  kind: TableFile['kind'],
): { rows: RosterRow[]; problems: RosterProblem[] } {
  const columns = mapping.columns.map(({ field, column: letter, header }): FieldColumn => {
    const column = columnOf(letter);
    const isFilled = field === 'organisationName' || field === 'groupName';
    const filled = isFilled ? new FilledDown(sheet, column) : null;
    return { field, column, header, isMixed: !headings.posts.whole.slice(0, 5).includes(header), filled };
  });
  const fieldOf = new Map(columns.map(({ column, field }) => [column, field]));
  const nameColumn = columns.find(({ field }) => field === 'name')?.column ?? -1;
  const rows: RosterRow[] = [];
  const problems: RosterProblem[] = [];
  const formulas: Formulas = new Map();
  for (const { row, cells } of sheet.rows) {
    if (row <= mapping.headerRow) continue;
    const at = { sheet: sheet.name, row };
    const { usable, broken } = usableCells(at, cells, fieldOf, formulas);
    problems.push(...broken);
    if (broken.some(({ weight }) => weight === 'row')) continue;
    const name = readName(usable.get(nameColumn)?.text ?? '');
    if (typeof name === 'string') {
      const problem = problemOfNameless(name, at, nameColumn, cells, usable);
      if (problem) problems.push(problem);
      continue;
    }
    const read = readFields(at, name.name, columns, usable, kind === 'csv');
    problems.push(...read.problems);
    if (!read.problems.some(({ weight }) => weight === 'row')) rows.push(read.row);
  }
  for (const [column, { first, count }] of formulas) {
    const at = { sheet: sheet.name, row: first };
    problems.push(problemAt('formulaTaken', at, column, { detail: `（共 ${count} 格）` }));
  }
  return { rows, problems };
}

/** Column -> where formulas begin and how many there are: said once for a column, not ten thousand times. */
type Formulas = Map<number, { first: number; count: number }>;

/** The mapped cells of a row that can be read; every other cell is left behind here. */
function usableCells(
  at: RowPlace,
  cells: readonly TableCell[],
  fieldOf: ReadonlyMap<number, RosterField>,
  formulas: Formulas,
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
    if (!cell.formula) continue;
    const seen = formulas.get(cell.column);
    formulas.set(cell.column, { first: seen?.first ?? at.row, count: (seen?.count ?? 0) + 1 });
  }
  return { usable, broken };
}

/** Rows prepared with a running number only are empty; whatever else has no name is said. */
function problemOfNameless(
  name: 'none' | 'noPerson' | 'tooLong',
  at: RowPlace,
  nameColumn: number,
  cells: readonly TableCell[],
  usable: ReadonlyMap<number, TableCell>,
): RosterProblem | null {
  if (name === 'tooLong') return problemAt('tooLong', at, nameColumn, { weight: 'row' });
  const said = (cell: TableCell) => saidOrNull(cell.text) !== null;
  const values = [...usable.values()].filter((cell) => cell.column !== nameColumn && said(cell));
  if (name === 'none' && values.length > 0) return problemAt('noName', at, nameColumn);
  const hasWords = cells.some((cell) => said(cell) && !/^[\d\s.]+$/.test(cell.text));
  return name === 'noPerson' || hasWords ? problemAt('noPerson', at, null) : null;
}
