import type { Output } from '../../contract/operations';

/** One line of the roster. */
export type Person = Output<'roster.people'>['people'][number];

/** Everything that the roster keeps of one person. */
export type Member = Output<'roster.member'>;

export type MarkKind = Member['marks'][number]['kind'];

/** Marks as people call them (issue 2, section 3). */
export const markWords: Record<MarkKind, string> = {
  retired: '退休',
  frail: '年老体弱',
  floating: '流动党员',
  longLeave: '长期请假',
};

export const kindWords: Record<Person['kind'], string> = { full: '正式党员', probationary: '预备党员' };

/** How somebody belongs to an organisation. */
export const belongingWords: Record<Member['belongings'][number]['kind'], string> = {
  formal: '组织关系',
  temporary: '临时组织关系',
  dual: '双重组织生活',
  group: '党小组',
  team: '跨支部小组',
};

export const statusWords: Record<Member['status'], string> = {
  active: '正常',
  suspended: '停止党籍',
  transferredOut: '已转出',
  left: '已离开',
};

/** Kind, marks and posts in one line: 预备党员，退休，组织委员. A full member without any of it is just 正式党员. */
export function sayAbout({ kind, marks, posts }: Pick<Person, 'kind' | 'marks' | 'posts'>): string {
  return [kindWords[kind], ...marks.map((mark) => markWords[mark]), ...posts].join('，');
}

/** Whether a door is open, for handing out cards. */
export function sayActivated({ activated }: { activated: boolean }): string {
  return activated ? '已激活' : '未激活';
}
