import { findRepeated } from './findRepeated';
import { chosenSheets, type MappedSheet, proposedSheets } from './mappedSheets';
import type { DateAround } from './readDate';
import { readRows } from './readRows';
import { problemAt } from './rosterProblems';
import type { MappingChoice, ReadRoster, RosterProblem, RosterRow } from './rosterSheet';
import { sectionOf } from './sectionOf';
import type { TableFile } from './sheetTable';

/** Ten pages of the preview. A file of 20,000 rows with every column wrong would have 200,000. */
const MOST_PROBLEMS = 2000;

/**
 * Reads a roster file: finds the header of each sheet that has one, proposes which column is what (or takes a
 * person's `choices`, which then are everything that is read), and gives the persons row by row. Only the fields of
 * domain.md 3 come out; of every other column nothing but its header. Hidden sheets are not read unless chosen, hidden
 * rows never. `today` (`YYYY-MM-DD`): no date after it is believed.
 */
export function readRoster(file: TableFile, today: string, choices?: readonly MappingChoice[]): ReadRoster {
  const around = { isUntyped: file.kind === 'csv', is1904: file.is1904 ?? false, today };
  const { sheets, problems } = choices ? chosenSheets(file, choices) : proposedSheets(file, around);
  if (sheets.length === 0 && !choices) {
    problems.splice(
      0,
      problems.length,
      problemAt('noHeader', { sheet: file.sheets[0]?.name ?? '', row: 1 }, null),
    );
  }
  const read = readSheets(sheets, around);
  const repeated = findRepeated(read.rows);
  return {
    sheets: sheets.map(({ mapping }) => mapping),
    rows: repeated.rows,
    dropped: [...new Set(sheets.flatMap(({ mapping }) => mapping.dropped.map(({ header }) => header)))],
    problems: listed([...problems, ...read.problems, ...repeated.problems]),
  };
}

/** The first problems; how many more there are is said, as nobody reads them all before putting the columns right. */
function listed(problems: RosterProblem[]): RosterProblem[] {
  const rest = problems.slice(MOST_PROBLEMS);
  const [first] = rest;
  if (!first) return problems;
  const { sheet, row } = first.at;
  const more = problemAt('moreProblems', { sheet, row }, null, { detail: `（共 ${rest.length} 处）` });
  return [...problems.slice(0, MOST_PROBLEMS), more];
}

function readSheets(
  sheets: readonly MappedSheet[],
  around: DateAround,
): { rows: RosterRow[]; problems: RosterProblem[] } {
  const [rows, problems]: [RosterRow[], RosterProblem[]] = [[], []];
  const branches = sheets.map(branchOfSheet);
  const areBranches = sheets.length > 1 && branches.some((branch) => branch !== null);
  for (const [at, { sheet, mapping, isRead }] of sheets.entries()) {
    if (!isRead) continue;
    const read = readRows(sheet, mapping, around);
    const branch = areBranches ? (branches[at] ?? null) : null;
    if (areBranches && !hasBranchColumn(mapping)) {
      const code = branch === null ? 'sheetWithoutOrganisation' : 'sheetIsOrganisation';
      problems.push(problemAt(code, { sheet: sheet.name, row: mapping.headerRow }, null));
    }
    // A heading within the sheet knows better than its tab.
    for (const row of read.rows) rows.push({ ...row, organisationName: row.organisationName ?? branch });
    problems.push(...read.problems);
  }
  return { rows, problems };
}

/** Large rosters come with a sheet for each branch, named after it. */
function branchOfSheet({ sheet, mapping }: MappedSheet): string | null {
  const named = hasBranchColumn(mapping) ? null : sectionOf(sheet.name);
  return named?.of === 'organisationName' ? named.name : null;
}

function hasBranchColumn({ columns }: MappedSheet['mapping']): boolean {
  return columns.some(({ field }) => field === 'organisationName');
}
