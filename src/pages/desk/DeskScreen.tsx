import type { ReactNode } from 'react';
import { goTo, replaceWith } from '../../platform/routes';
import { type Me, may, useMe } from '../../platform/session';
import { Block } from '../../ui/Block';
import { Columns, SideNav } from '../../ui/Columns';
import { Screen } from '../../ui/Screen';
import './DeskScreen.scss';

/** The desk's places, each shown to whoever may do one of its acts. */
const places = [
  { name: 'deskHome', words: '工作台', acts: [] },
  { name: 'deskPieces', words: '晨学稿件', acts: ['study.write', 'study.review', 'study.schedule'] },
  { name: 'deskSupply', words: '轮值供稿', acts: ['study.write', 'study.supply'] },
  { name: 'deskMeetings', words: '会议', acts: ['meeting.plan', 'meeting.host', 'meeting.signOff'] },
  { name: 'lectureRota', words: '微党课', acts: ['lecture.lay'] },
  { name: 'deskBank', words: '题库', acts: ['quiz.keep', 'quiz.review'] },
  { name: 'deskPapers', words: '卷子', acts: ['quiz.paper'] },
  { name: 'deskTasks', words: '学习任务', acts: ['task.publish', 'task.followUp', 'task.review'] },
  { name: 'deskMembers', words: '名册', acts: ['roster.view'] },
  { name: 'deskFaults', words: '报错', acts: ['study.write', 'quiz.keep', 'pioneer.answerRemark'] },
  { name: 'deskFeedbackInbox', words: '投诉建议', acts: ['feedback.answer'] },
  { name: 'deskCalendar', words: '节假日表', acts: ['calendar.edit'] },
] as const;

export type DeskPlace = (typeof places)[number]['name'];

export interface DeskScreenProps {
  title: string;
  /** Where in the navigation one is. */
  place: DeskPlace;
  footer?: ReactNode;
  children: ReactNode;
}

/** A page of the desk: on a PC with the navigation at the left, on a phone with the way back alone. */
export function DeskScreen({ title, place, footer, children }: DeskScreenProps) {
  const me = useMe();
  // From the start page one goes in; between the others one changes over, so that the way back leads to the start page.
  const open = (name: DeskPlace) => (place === 'deskHome' ? goTo(name) : replaceWith(name));
  const items = places
    .filter(({ name }) => isOffered(me, name))
    .map(({ name, words }) => ({ words, isCurrent: name === place, onOpen: () => open(name) }));
  return (
    <Screen title={title} wide footer={footer && <Block className="desk-foot">{footer}</Block>}>
      <Columns nav={<SideNav label="工作台" items={items} />}>{children}</Columns>
    </Screen>
  );
}

/** Whether somebody has something to do at a place of the desk; the cloud decides again there. */
export function isOffered(me: Me | undefined, place: DeskPlace): boolean {
  const acts = places.find(({ name }) => name === place)?.acts ?? [];
  return acts.length === 0 || acts.some((act) => may(me, act));
}
