import { sayDay } from '../../src/domain/calendar/sayDay';
import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { endOf, isOver } from '../../src/domain/task/deadline';
import type { EnqueueContext } from '../outbox/enqueue';
import { remind } from '../reminder/remind';
import { listNames } from './dueRepository';
import type { TaskRecord } from './taskRepository';

/**
 * Reminds each open one of a branch, now: in the in-app inbox, and in WeChat where somebody has agreed. Somebody who was
 * reminded of the task that day is left alone, and so is `except`.
 */
export async function remindOpen(
  context: EnqueueContext,
  task: TaskRecord,
  { branchId, except }: { branchId: string; except?: string },
): Promise<void> {
  const { trx, now, actor } = context;
  const day = shanghaiDay(now);
  const until = isOver(task.dueOn, day) ? '有空时可以补上' : `请在${sayDay(task.dueOn)}前看一看`;
  const open = await listNames(trx, actor.tenantId, { taskId: task.id, branchId, day });
  for (const { memberId, due, how } of open) {
    if (!due || how !== null || memberId === except) continue;
    await remind(context, {
      kind: 'task',
      memberId,
      // Once a day for each person, by hand or by the clock.
      subject: `${task.id}/${day}`,
      title: task.title,
      text: `学习任务《${task.title}》，约 ${task.readingMinutes} 分钟，${until}`,
      dueAt: now,
      until: endOf(isOver(task.dueOn, day) ? day : task.dueOn),
      target: { screen: 'studyTask', query: { taskId: task.id } },
    });
  }
}
