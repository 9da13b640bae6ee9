import type { Output } from '../../contract/operations';
import { sayDay, sayNearDay } from '../../domain/calendar/sayDay';
import { isOver } from '../../domain/task/deadline';

/** A task on the member's list. */
export type OwnTask = Output<'task.todo'>['tasks'][number];

/** One task as its member sees it. */
export type OpenTask = Output<'task.get'>['task'];

/** What is asked, and what is only offered (domain.md 4.6: no hard demand). */
export function sayAsk({ due }: Pick<OwnTask, 'due'>): string {
  return due ? '请您学' : '欢迎看看';
}

/** 今天之内, 明天前, 11月27日前; after the day 可以补上 without a word about being late. */
export function sayUntil(dueOn: string, today: string): string {
  if (dueOn === today) return '今天之内';
  return isOver(dueOn, today) ? `${sayDay(dueOn)}已过，有空可以补上` : `${sayNearDay(dueOn, today)}前`;
}
