import { saidOrNull } from './emptyWords';
import { FilledDown } from './filledDown';
import { headings } from './headerSynonyms';
import { readFields } from './readFields';
import { readName } from './readName';
import { problemAt } from './rosterProblems';
import type { RosterField, RosterProblem, RosterRow, SheetMapping } from './rosterSheet';
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
  const rows: RosterRow[] = [];
  const problems: RosterProblem[] = [];
  const formulas = new Map<number, { first: number; count: number }>();
  for (const { row, cells } of sheet.rows) {
    if (row <= mapping.headerRow) continue;
    const found = new Map(cells.map((cell) => [cell.column, cell]));
    const at = { sheet: sheet.name, row };
    const usable = new Map<number, TableCell>();
    const broken: RosterProblem[] = [];
    for (const { column, field } of columns) {
      const cell = found.get(column);
      if (!cell) continue;
      const weight = field === 'name' ? 'row' : 'cell';
      if (cell.error) broken.push(problemAt('cellError', at, column, { weight }));
      else if (cell.formula && cell.text === '') {
        broken.push(problemAt('formulaWithoutValue', at, column, { weight }));
      } else usable.set(column, cell);
      if (cell.formula && !cell.error && cell.text !== '') {
        const seen = formulas.get(column);
        formulas.set(column, { first: seen?.first ?? row, count: (seen?.count ?? 0) + 1 });
      }
    }
    problems.push(...broken);
    if (broken.some(({ weight }) => weight === 'row')) continue;
    const nameColumn = columns.find(({ field }) => field === 'name')?.column ?? -1;
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
    problems.push(
      problemAt('formulaTaken', { sheet: sheet.name, row: first }, column, { detail: `（共 ${count} 格）` }),
    );
  }
  return { rows, problems };
}

/** Rows prepared with a running number only are empty; whatever else has no name is said. */
function problemOfNameless(
  name: 'none' | 'noPerson' | 'tooLong',
  at: { sheet: string; row: number },
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
