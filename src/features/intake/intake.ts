import type { Input, Output } from '../../contract/operations';
import type { RosterField } from '../../domain/roster/sheet/rosterSheet';

export type Intake = Output<'intake.get'>;
export type IntakeLine = Output<'intake.lines'>['lines'][number];
export type ListName = Input<'intake.lines'>['list'];
/** A post that the file names for somebody who has just come in. */
export type Duty = Output<'intake.applyRoster'>['duties'][number];
export type Purpose = Intake['purpose'];

/** The fields as the people call them who keep rosters. */
export const fieldWords: Record<RosterField, string> = {
  number: '本系统登录名',
  name: '姓名',
  mobile: '手机',
  joinedOn: '入党日期',
  fullSince: '转正日期',
  kind: '人员类别',
  organisationName: '所在党支部',
  groupName: '党小组',
  posts: '党内职务',
  marks: '情况（退休、流动等）',
  leadingCadre: '领导干部',
  status: '党籍状态',
};

/** As many headers as one sentence names. */
const namedAtMost = 3;

/** What was not read, plainly: 身份证号、出生日期等 9 列没有读入，也没有保存. Undefined when every column was. */
export function sayDropped(dropped: readonly string[]): string | undefined {
  if (dropped.length === 0) return undefined;
  const named = dropped.slice(0, namedAtMost).join('、');
  const all = dropped.length > namedAtMost ? `${named}等 ${dropped.length} 列` : named;
  return `${all}没有读入，也没有保存`;
}

/** Where in the file: 党员信息，第 7 行，E 列. */
export function sayPlace(at: NonNullable<IntakeLine['at']>): string {
  return `${at.sheet}，第 ${at.row} 行${at.column ? `，${at.column} 列` : ''}`;
}
