import type { OrganisationLevel } from '../posts';

export type Mark = 'retired' | 'frail' | 'floating' | 'longLeave';
export type MemberKind = 'full' | 'probationary';

/** A row as the reader of sheets gives it (`domain/roster/sheet`), as far as matching needs it. Null: the file says nothing. */
export interface FileRow {
  at: { sheet: string; row: number };
  number: string | null;
  name: string;
  mobile: string | null;
  /** `YYYY-MM-DD`, or `YYYY-MM` when the file gives only the month. */
  joinedOn: string | null;
  fullSince: string | null;
  kind: MemberKind | null;
  organisationName: string | null;
  groupName: string | null;
  posts: string | null;
  marks: readonly Mark[];
  leadingCadre: boolean | null;
  status: 'active' | 'suspended' | 'transferredOut' | null;
}

/** What the reader of sheets found at a cell or row. `row`: that row is not among the rows. */
export interface CellProblem {
  at: { sheet: string; row: number; column: string | null };
  code: string;
  weight: 'row' | 'cell' | 'note';
  message: string;
}

/** A member of the bureau's roster, as far as matching needs it. */
export interface Known {
  memberId: string;
  version: number;
  number: string;
  name: string;
  kind: MemberKind;
  status: 'active' | 'suspended' | 'transferredOut' | 'left';
  leadingCadre: boolean;
  mobile: string | null;
  joinedOn: string | null;
  fullSince: string | null;
  /** The place of right today, null for administrators outside any branch and for who left. */
  organisationId: string | null;
  groupIds: readonly string[];
  marks: readonly Mark[];
  /** Holds a post out of the reach of who imports: that person's entry is not theirs to change. */
  isHeldAbove: boolean;
}

/** An organisation that takes members or groups them. */
export interface KnownOrganisation {
  id: string;
  name: string;
  level: OrganisationLevel;
  parentId: string | null;
  /** The person who imports may keep its roster. */
  isInReach: boolean;
  /** It is the organisation that the import is for, or stands below it. */
  isInScope: boolean;
}

export type ChangedField =
  | 'name'
  | 'kind'
  | 'mobile'
  | 'joinedOn'
  | 'fullSince'
  | 'leadingCadre'
  | 'mark'
  | 'organisation'
  | 'group'
  | 'status';

/** One difference, values as stored; for `organisation` and `group` their ids. */
export interface FieldChange {
  field: ChangedField;
  from: string | null;
  to: string | null;
}

export const planLists = ['problems', 'added', 'changed', 'transferred', 'missing', 'unchanged'] as const;
export type PlanList = (typeof planLists)[number];

export type PlanProblem =
  | 'numberUnknown'
  | 'numberOfAnother'
  | 'nameOnly'
  | 'twoMatches'
  | 'sameMember'
  | 'twiceInFile'
  | 'mobileTwice'
  | 'mobileTaken'
  | 'otherBranch'
  | 'heldAbove'
  | 'leaverHeldAbove'
  | 'alreadyGone'
  | 'organisationUnknown'
  | 'organisationUnclear'
  | 'organisationOutside'
  | 'organisationMissing';

/** What a person reads beside a problem, with what to do. */
export const problemSentences: Record<PlanProblem, string> = {
  numberUnknown: '名册里没有这个编号。新同志请把编号一格留空',
  numberOfAnother: '这个编号对应的同志姓名不同，请核对编号和姓名',
  nameOnly: '名册里有同名同志，凭手机和入党日期认不出是不是同一人。确实是另一位，可以按新同志导入',
  twoMatches: '名册里有两位同志都对得上，请先在名册里改清楚',
  sameMember: '文件里有两行对上同一位同志，请留下一行',
  twiceInFile: '文件里这位同志写了两次，请留下一行',
  mobileTwice: '文件里两位同志写了同一个手机号，请核对',
  mobileTaken: '这个手机号在名册里是另一位同志的，请核对',
  otherBranch: '这位同志在别的支部，请机关党委办理',
  heldAbove: '这位同志在上级组织任职，资料请由机关党委改',
  leaverHeldAbove: '文件里没有这位同志，或写着转出。同志在上级组织任职，是不是离开请由机关党委办理',
  alreadyGone: '文件里写着已经转出，名册里没有这位同志，不用导入',
  organisationUnknown: '组织架构里没有这个支部，请先建好，或改成现有的名称',
  organisationUnclear: '有不止一个支部叫这个名字，请写全称',
  organisationOutside: '这一行写的是别的支部，请由那个支部或机关党委导入',
  organisationMissing: '这一行没有写支部，不知道放在哪里',
};

/** One line of the preview: a row of the file, or somebody whom the file leaves out. */
export interface PlanLine {
  lineId: string;
  list: PlanList;
  /** The row of the file; null for who is missing from it. */
  row: FileRow | null;
  at: { sheet: string; row: number; column: string | null } | null;
  member: Known | null;
  /** Where the row belongs; null with `createName` when that branch is still to be made. */
  organisationId: string | null;
  createName: string | null;
  groupId: string | null;
  changes: readonly FieldChange[];
  problem: { code: PlanProblem | string; message: string; leftOut: boolean; mayBeNew: boolean } | null;
}

export interface RosterPlan {
  lines: readonly PlanLine[];
  /** Names in the file without an organisation, with the number of their rows. */
  unknownOrganisations: readonly { name: string; lines: number }[];
}
