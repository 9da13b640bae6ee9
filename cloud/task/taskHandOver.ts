import type { HandOverPart } from '../roster/handOverPart';
import { countOpenTasks } from './taskRepository';

/** A branch's study tasks follow the post: its present holder manages them and sees the open names; nothing is moved. */
export const taskHandOver: readonly HandOverPart[] = [
  {
    act: 'task.publish',
    what: '布置出去、没有撤回的学习任务',
    size: countOpenTasks,
  },
];
