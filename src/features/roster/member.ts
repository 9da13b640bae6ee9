import type { Output } from '../../contract/operations';

/** One line of the roster. */
export type Member = Output<'roster.members'>['members'][number];

/** Marks as people call them (issue 2, section 3). */
const markWords: Record<Member['marks'][number], string> = {
  retired: '退休',
  frail: '年老体弱',
  floating: '流动党员',
  longLeave: '长期请假',
};

/** Kind, marks and posts in one line: 预备党员，退休，组织委员. A full member without any of it is just 正式党员. */
export function sayAbout({ kind, marks, posts }: Member): string {
  const kindWords = kind === 'full' ? '正式党员' : '预备党员';
  return [kindWords, ...marks.map((mark) => markWords[mark]), ...posts].join('，');
}

/** Whether a door is open, for handing out cards. */
export function sayActivated({ activated }: Member): string {
  return activated ? '已激活' : '未激活';
}
