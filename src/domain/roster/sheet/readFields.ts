import { type Post, postTitles } from '../posts';
import { saidOrNull } from './emptyWords';
import { isDitto } from './filledDown';
import { OWN_NUMBER } from './looks';
import { type DateAround, readDate } from './readDate';
import { readMobile } from './readMobile';
import type { FieldColumn } from './readRows';
import { readKind, readMarks, readPosts, readStatus, readYes } from './readWords';
import { problemAt } from './rosterProblems';
import type { RosterProblem, RosterProblemCode, RosterRow, RowPlace } from './rosterSheet';
import { columnLetter, type TableCell } from './sheetTable';

/** Longer than any name of an organisation or list of posts. */
const MAX_TEXT = 80;
/** No name of an organisation or post has as many digits in a row; identity, card and telephone numbers do. */
const LONG_NUMBER = /\d{6}/;

/** The fields of one person; what cannot be read is null and a problem at its cell. */
export function readFields(
  at: RowPlace,
  name: string,
  columns: readonly FieldColumn[],
  cells: ReadonlyMap<number, TableCell>,
  around: DateAround,
): { row: RosterRow; problems: RosterProblem[] } {
  const row: RosterRow = {
    at,
    number: null,
    name,
    mobile: null,
    joinedOn: null,
    fullSince: null,
    kind: null,
    organisationName: null,
    groupName: null,
    posts: null,
    namedPosts: [],
    marks: [],
    leadingCadre: null,
    status: null,
  };
  const problems: RosterProblem[] = [];
  for (const one of columns) {
    const own = cells.get(one.column);
    const isFilled = own === undefined || (one.filled !== null && isDitto(own.text));
    const problem = readInto(row, one, isFilled ? emptyCell(one, at.row) : own, around);
    if (problem) problems.push(problemAt(problem, at, one.column));
  }
  if (row.joinedOn !== null && row.fullSince !== null && isBefore(row.fullSince, row.joinedOn)) {
    const column = columns.find(({ field }) => field === 'fullSince')?.column ?? null;
    problems.push(problemAt('fullBeforeJoining', at, column));
  }
  for (const one of columns) {
    const isUnsaid = one.field === 'organisationName' && row.organisationName === null;
    if (
      isUnsaid &&
      one.filled?.hasSeveral &&
      !problems.some(({ at: { column } }) => column === columnLetter(one.column))
    )
      problems.push(problemAt('organisationUnsaid', at, one.column));
  }
  return { row, problems };
}

/** Nothing, or what is merged into the place from above. */
function emptyCell({ column, filled }: FieldColumn, row: number): TableCell {
  const text = filled?.textAt(row) ?? '';
  return { column, text, number: null, day: null, formula: false, error: false };
}

/** Reads one cell into its field; the code of the problem when it cannot. */
function readInto(
  row: RosterRow,
  { field, header, isMixed }: FieldColumn,
  cell: TableCell,
  around: DateAround,
): RosterProblemCode | null {
  switch (field) {
    case 'name':
      return null;
    case 'number': {
      const said = saidOrNull(cell.text)?.toLowerCase() ?? null;
      if (said !== null && !OWN_NUMBER.test(said)) return 'badNumber';
      row.number = said;
      return null;
    }
    case 'mobile': {
      const mobile = readMobile(cell.text);
      if (mobile === 'bad') return 'badMobile';
      row.mobile = mobile;
      return null;
    }
    case 'joinedOn':
    case 'fullSince': {
      const date = readDate(cell, around);
      if (!date.ok) return date.problem;
      row[field] = date.value;
      return null;
    }
    case 'kind': {
      const kind = readKind(cell.text, header);
      if (kind === 'notAMember' || kind === 'unknown') return kind === 'unknown' ? 'unknownKind' : kind;
      // Ticks in two columns that say different things.
      if (kind !== null && row.kind !== null && kind !== row.kind) {
        row.kind = null;
        return 'unknownKind';
      }
      row.kind = kind ?? row.kind;
      return null;
    }
    case 'organisationName':
    case 'groupName': {
      const said = saidOrNull(cell.text)?.replace(/\s+/g, '') ?? null;
      const wrong = said === null ? null : whyNoName(said);
      if (wrong) return wrong;
      row[field] = said;
      return null;
    }
    case 'posts': {
      const said = saidOrNull(cell.text);
      const wrong = said === null ? null : whyNoName(said);
      if (wrong) return wrong;
      row.namedPosts = readPosts(cell.text);
      row.posts = isMixed ? titlesOf(row.namedPosts) : said;
      return null;
    }
    case 'marks':
      row.marks = [...new Set([...row.marks, ...readMarks(cell.text, header)])];
      return null;
    case 'leadingCadre': {
      const isLeading = readYes(cell.text);
      if (isLeading === 'unknown') return 'unknownWord';
      row.leadingCadre = isLeading;
      return null;
    }
    case 'status': {
      const status = readStatus(cell.text);
      if (status === 'unknown') return 'unknownStatus';
      const day = readDate(cell, around);
      if (!day.ok && day.problem === 'dateAhead') return 'dateAhead';
      row.status = status;
      return null;
    }
  }
}

/** Why a cell is no name of an organisation, group or post; null when it may be one. */
function whyNoName(said: string): 'tooLong' | 'isNumber' | null {
  if (said.length > MAX_TEXT) return 'tooLong';
  return LONG_NUMBER.test(said.normalize('NFKC').replace(/[\s-]/g, '')) ? 'isNumber' : null;
}

function titlesOf(posts: readonly Post[]): string | null {
  return posts.length === 0 ? null : posts.map((post) => postTitles[post]).join('、');
}

/** Compares as far as both are known: 2020-07 is not before 2020-07-01. */
function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}
