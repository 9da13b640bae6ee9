import type { Input, Output } from '../../contract/operations';
import { shanghaiDay } from '../../domain/calendar/shanghai';

/** A meeting as its reader gets it. */
export type Meeting = Output<'meeting.get'>['meeting'];

/** The roll with its two counts. */
export type Roll = Output<'meeting.roll'>;

/** One line of the roll. */
export type RollEntry = Roll['entries'][number];

export type RollState = RollEntry['state'];
export type MeetingType = Input<'meeting.plan'>['type'];

/** Forms of meeting as people call them (domain.md 4.2). */
export const typeWords: Record<MeetingType, string> = {
  themeDay: '主题党日',
  generalMeeting: '党员大会',
  committeeMeeting: '委员会会议',
  groupMeeting: '党小组会',
  partyLecture: '党课',
  organisationalLifeMeeting: '组织生活会',
  other: '其他会议',
};

/** How far a meeting has come. */
export const stateWords: Record<Meeting['state'], string> = {
  planned: '还没开始',
  open: '正在签到',
  closed: '等签定',
  signed: '已签定',
  cancelled: '已取消',
};

/** A line of the roll, for whoever keeps it. */
export const rollWords: Record<RollState, string> = {
  expected: '未点',
  present: '到会',
  late: '迟到',
  leave: '请假',
  absent: '未到',
  exempt: '免于参加',
  elsewhere: '在别处参加',
};

/** The own line of a past meeting: a fact and what can be done, never a blame (design.md "Words"). */
const ownWords: Record<RollState, string> = {
  expected: '还没有点名',
  present: '按时到会',
  late: '到会，晚了一会儿',
  leave: '请假（可安排补学）',
  absent: '未到（可安排补学）',
  exempt: '免于参加',
  elsewhere: '在别处参加',
};

/** What the own line says; nothing for somebody who is not on the roll. */
export function sayOwnState(mine: Meeting['mine']): string | undefined {
  return mine ? ownWords[mine.state] : undefined;
}

/** Whether one is in the room; late is present. */
export function isHere(mine: Meeting['mine']): boolean {
  return mine?.state === 'present' || mine?.state === 'late';
}

/** The day for which a meeting is called, in Asia/Shanghai. */
export function meetingDay({ plannedAt }: Pick<Meeting, 'plannedAt'>): string {
  return shanghaiDay(new Date(plannedAt));
}
