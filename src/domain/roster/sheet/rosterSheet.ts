import type { Post } from '../posts';

/** What is read of a roster file; every other column is dropped while reading (domain.md 3 "Member"). */
export const rosterFields = [
  'number',
  'name',
  'mobile',
  'joinedOn',
  'fullSince',
  'kind',
  'organisationName',
  'groupName',
  'posts',
  'marks',
  'leadingCadre',
  'status',
] as const;

export type RosterField = (typeof rosterFields)[number];

/** What a member may be marked as, beside the one status. */
export type RosterMark = 'retired' | 'frail' | 'floating' | 'longLeave';

/** A row of the file, by its sheet and the number that the program shows. */
export interface RowPlace {
  sheet: string;
  row: number;
}

/** One person of the file; null is what the file does not say. */
export interface RosterRow {
  at: RowPlace;
  /** Our own member number, when the file carries one (our template does). */
  number: string | null;
  name: string;
  /** 11 digits. */
  mobile: string | null;
  /** `YYYY-MM-DD`, or `YYYY-MM` when the file gives only the month: a day is never invented. */
  joinedOn: string | null;
  /** As `joinedOn`. */
  fullSince: string | null;
  kind: 'full' | 'probationary' | null;
  organisationName: string | null;
  groupName: string | null;
  /** As written in the file; `namedPosts` are those we know. */
  posts: string | null;
  namedPosts: Post[];
  marks: RosterMark[];
  leadingCadre: boolean | null;
  status: 'active' | 'suspended' | 'transferredOut' | null;
}

export type RosterProblemCode =
  /** No row of the file looks like a header with names. */
  | 'noHeader'
  /** The corrected mapping names a sheet or column that the file does not have. */
  | 'badMapping'
  | 'noName'
  /** More than one person's name in the cell, or only a part of it. */
  | 'nameUnclear'
  /** Words in brackets behind the name were left. */
  | 'nameHint'
  | 'nameToCheck'
  | 'badMobile'
  | 'badDate'
  /** A number like 1985.1: January, or October without its zero. */
  | 'ambiguousMonth'
  /** A day that has not come. */
  | 'dateAhead'
  | 'fullBeforeJoining'
  | 'kindUnsaid'
  | 'kindAgainstDate'
  | 'unknownKind'
  /** Not a member yet or no member: applicants, activists, candidates. */
  | 'notAMember'
  | 'unknownStatus'
  | 'unknownWord'
  | 'badNumber'
  | 'cellError'
  /** A formula of which the file keeps no value. */
  | 'formulaWithoutValue'
  /** A formula's last value was taken. */
  | 'formulaTaken'
  | 'sameMobileTwice'
  | 'samePersonTwice'
  | 'sameNumberTwice'
  /** Nothing tells whether two rows of one name are one person. */
  | 'sameNameTwice'
  /** Empty cells below a name that stands once for many. */
  | 'filledDown'
  /** An empty cell of a column that names several branches. */
  | 'organisationUnsaid'
  /** A row that says something of the people below it. */
  | 'heading'
  | 'underOtherHeading'
  | 'sheetOfOthers'
  /** A second header with its columns in another order. */
  | 'otherHeader'
  /** People stand above the header that was taken. */
  | 'rowsAboveHeader'
  /** A column for each person instead of a row. */
  | 'sheetTransposed'
  /** Two lists side by side. */
  | 'secondNames'
  | 'hiddenRows'
  | 'sheetHidden'
  | 'sheetUnread'
  /** Other sheets are named after branches, this one is not. */
  | 'sheetWithoutOrganisation'
  /** A row that is no person: totals, notes, the header once more. */
  | 'noPerson'
  /** No column names the branch, and the name of the sheet does. */
  | 'sheetIsOrganisation'
  | 'tooLong'
  /** A number where names of organisations or posts are expected: somebody's data, perhaps an identity number. */
  | 'isNumber'
  /** Further problems of the same file, counted and not listed. */
  | 'moreProblems';

/**
 * Something to look at, at its cell. `row`: the whole row is left out of `rows`; `cell`: the row stays without that
 * value; `note`: the value was taken, somebody should look. The message never quotes a cell.
 */
export interface RosterProblem {
  at: RowPlace & { /** `C`; null when it is about the whole row or file. */ column: string | null };
  code: RosterProblemCode;
  weight: 'row' | 'cell' | 'note';
  message: string;
}

/** Which column a field is read from, and why. */
export interface ColumnMapping {
  field: RosterField;
  /** `C`. */
  column: string;
  /** As in the file, without line breaks and hints. */
  header: string;
  /** One Chinese sentence for the person who checks it; quotes headers, never cells. */
  evidence: string;
  /** `sure`: header and cells agree; `likely`: only one of them says so, or there was a choice. */
  confidence: 'sure' | 'likely';
}

/** How one sheet was understood. */
export interface SheetMapping {
  sheet: string;
  /** The row that holds the headers, of a header in two rows the lower one. */
  headerRow: number;
  columns: ColumnMapping[];
  /** Every other column that has a header: dropped. */
  dropped: { column: string; header: string }[];
}

/** A person's correction: exactly these sheets and columns are read, nothing else. */
export interface MappingChoice {
  sheet: string;
  headerRow: number;
  columns: { field: RosterField; column: string }[];
}

/** A roster file as read: nothing in here comes from a dropped column but its header. */
export interface ReadRoster {
  sheets: SheetMapping[];
  rows: RosterRow[];
  /** Headers of the dropped columns, each once. */
  dropped: string[];
  problems: RosterProblem[];
}
