import { chooseMapping } from './chooseMapping';
import { findHeader } from './findHeader';
import { findRepeated } from './findRepeated';
import { proposeMapping } from './proposeMapping';
import { readRows } from './readRows';
import { problemAt } from './rosterProblems';
import type { MappingChoice, ReadRoster, RosterProblem, RosterRow, SheetMapping } from './rosterSheet';
import type { TableFile, TableSheet } from './sheetTable';

/** Ten pages of the preview. A file of 20,000 rows with every column wrong would have 200,000. */
const MOST_PROBLEMS = 2000;

/**
 * Reads a roster file: finds the header of each sheet that has one, proposes which column is what (or takes a
 * person's `choices`, which then are everything that is read), and gives the persons row by row. Only the fields of
 * domain.md 3 come out; of every other column nothing but its header. Hidden sheets are not read unless chosen.
 */
export function readRoster(file: TableFile, choices?: readonly MappingChoice[]): ReadRoster {
  const problems: RosterProblem[] = [];
  const sheets = choices ? chosen(file, choices, problems) : proposed(file);
  if (sheets.length === 0 && problems.length === 0) {
    problems.push(problemAt('noHeader', { sheet: file.sheets[0]?.name ?? '', row: 1 }, null));
  }
  const rows: RosterRow[] = [];
  for (const { sheet, mapping } of sheets) {
    const read = readRows(sheet, mapping, file.kind);
    const branch = sheets.length > 1 ? branchOfSheet(mapping) : null;
    if (branch !== null) {
      problems.push(problemAt('sheetIsOrganisation', { sheet: sheet.name, row: mapping.headerRow }, null));
    }
    rows.push(
      ...(branch === null ? read.rows : read.rows.map((row) => ({ ...row, organisationName: branch }))),
    );
    problems.push(...read.problems);
  }
  const repeated = findRepeated(rows);
  return {
    sheets: sheets.map(({ mapping }) => mapping),
    rows: repeated.rows,
    dropped: [...new Set(sheets.flatMap(({ mapping }) => mapping.dropped.map(({ header }) => header)))],
    problems: listed([...problems, ...repeated.problems]),
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

/** Large rosters come with a sheet for each branch, named after it. */
function branchOfSheet({ sheet, columns }: SheetMapping): string | null {
  const hasColumn = columns.some(({ field }) => field === 'organisationName');
  return !hasColumn && /(支部|总支|党委)(委员会)?$/.test(sheet.trim()) ? sheet.trim() : null;
}

interface MappedSheet {
  sheet: TableSheet;
  mapping: SheetMapping;
}

function proposed(file: TableFile): MappedSheet[] {
  return file.sheets
    .filter((sheet) => !sheet.hidden)
    .flatMap((sheet) => {
      const header = findHeader(sheet);
      return header ? [{ sheet, mapping: proposeMapping(sheet, header, file.kind) }] : [];
    });
}

function chosen(
  file: TableFile,
  choices: readonly MappingChoice[],
  problems: RosterProblem[],
): MappedSheet[] {
  const names = choices.map(({ sheet }) => sheet);
  return choices.flatMap((choice, at) => {
    const sheet = file.sheets.find(({ name }) => name === choice.sheet);
    const mapping = sheet && names.indexOf(choice.sheet) === at ? chooseMapping(sheet, choice) : null;
    if (sheet && mapping) return [{ sheet, mapping }];
    problems.push(problemAt('badMapping', { sheet: sheet?.name ?? '', row: 1 }, null));
    return [];
  });
}
