import { chooseMapping } from './chooseMapping';
import { countNameColumns, findHeader, headerAt } from './findHeader';
import { fieldOfHeading } from './headerSynonyms';
import { plainHeader } from './headerText';
import { proposeMapping } from './proposeMapping';
import type { DateAround } from './readDate';
import { readMobile } from './readMobile';
import { problemAt } from './rosterProblems';
import type { MappingChoice, RosterProblem, RosterProblemCode, SheetMapping } from './rosterSheet';
import { sectionOf, titlesOf } from './sectionOf';
import { columnOf, type TableFile, type TableSheet } from './sheetTable';

/** Rows looked at to see whether a sheet without a header holds people. */
const SAMPLE_ROWS = 200;

/** A sheet and what is read from which column. `isRead`: false when its rows are left alone, which is said. */
export interface MappedSheet {
  sheet: TableSheet;
  mapping: SheetMapping;
  isRead: boolean;
}

/** The sheets that hold a roster, and what is to be said of the others. */
interface Mapped {
  sheets: MappedSheet[];
  problems: RosterProblem[];
}

/** Every visible sheet with a header, and what its columns seem to be. */
export function proposedSheets(file: TableFile, around: DateAround): Mapped {
  const mapped: Mapped = { sheets: [], problems: [] };
  for (const sheet of file.sheets) {
    const header = findHeader(sheet);
    if (sheet.hidden) {
      if (header)
        mapped.problems.push(problemAt('sheetHidden', { sheet: sheet.name, row: header.row }, null));
    } else if (header) add(mapped, sheet, proposeMapping(sheet, header, around));
    else if (holdsPeople(sheet.rows))
      mapped.problems.push(
        problemAt('sheetUnread', { sheet: sheet.name, row: sheet.rows[0]?.row ?? 1 }, null),
      );
  }
  return mapped;
}

/** Exactly the sheets and columns that a person has chosen. */
export function chosenSheets(file: TableFile, choices: readonly MappingChoice[]): Mapped {
  const mapped: Mapped = { sheets: [], problems: [] };
  const names = choices.map(({ sheet }) => sheet);
  for (const [at, choice] of choices.entries()) {
    const sheet = file.sheets.find(({ name }) => name === choice.sheet);
    const mapping = sheet && names.indexOf(choice.sheet) === at ? chooseMapping(sheet, choice) : null;
    if (sheet && mapping) add(mapped, sheet, mapping);
    else mapped.problems.push(problemAt('badMapping', { sheet: sheet?.name ?? '', row: 1 }, null));
  }
  return mapped;
}

function add({ sheets, problems }: Mapped, sheet: TableSheet, mapping: SheetMapping): void {
  const code = whyUnread(sheet, mapping);
  const at = { sheet: sheet.name, row: mapping.headerRow };
  if (code) problems.push(problemAt(code, at, null));
  if (countNameColumns(headerAt(sheet, mapping.headerRow)) > 1)
    problems.push(problemAt('secondNames', at, null));
  if (holdsPeople(sheet.rows.filter(({ row }) => row < mapping.headerRow)))
    problems.push(problemAt('rowsAboveHeader', at, null));
  sheets.push({ sheet, mapping, isRead: code === null });
}

function whyUnread(sheet: TableSheet, mapping: SheetMapping): RosterProblemCode | null {
  if (isTransposed(sheet, mapping)) return 'sheetTransposed';
  // A column that says of each what they are knows better than a title.
  const isTold = mapping.columns.some(({ field }) => field === 'kind' || field === 'status');
  const titles = [sheet.name, ...titlesOf(sheet, mapping.headerRow)];
  return !isTold && titles.some((title) => sectionOf(title)?.of === 'others') ? 'sheetOfOthers' : null;
}

/** 姓名 heads a row of names: the column below it holds further headings and nobody. */
function isTransposed(sheet: TableSheet, { headerRow, columns }: SheetMapping): boolean {
  const name = columnOf(columns.find(({ field }) => field === 'name')?.column ?? '');
  if (columns.length > 1) return false;
  const below = sheet.rows.filter(({ row }) => row > headerRow).slice(0, SAMPLE_ROWS);
  const headed = below.filter(({ cells }) => {
    const text = cells.find(({ column }) => column === name)?.text;
    return text !== undefined && fieldOfHeading.has(plainHeader(text));
  });
  return headed.length >= 2 || (headed.length === 1 && below.length === 1);
}

/** Telephone numbers stand in it. */
function holdsPeople(rows: TableSheet['rows']): boolean {
  return rows.slice(0, SAMPLE_ROWS).some(({ cells }) =>
    cells.some(({ text }) => {
      const mobile = text.length > 30 ? null : readMobile(text);
      return mobile !== null && mobile !== 'bad';
    }),
  );
}
