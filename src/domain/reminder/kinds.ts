/**
 * What WeChat may remind a member of, each with a template of its own in the mini-program's console. `asksFor` says
 * in the person's words what one consent is for (one consent, one message: domain.md 11.3).
 */
export const reminderKinds = {
  study: { name: '晨学', asksFor: '您请它提醒的那天早上，有一篇晨学可读' },
  task: { name: '学习任务', asksFor: '您还没完成的学习任务快到日子了' },
  lecture: { name: '微党课', asksFor: '轮到您讲微党课的三天前' },
  review: { name: '审稿', asksFor: '有一篇稿件等您审核' },
} as const;

export type ReminderKind = keyof typeof reminderKinds;

/** The kinds in the order in which screens show them. */
export const reminderKindNames = Object.keys(reminderKinds) as ReminderKind[];

/** True for the name of a kind. */
export function isReminderKind(name: string): name is ReminderKind {
  return Object.keys(reminderKinds).includes(name);
}
