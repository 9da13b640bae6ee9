import { isExtension, reminderInstant } from '../../src/domain/task/deadline';
import { AppError } from '../appError';
import { type Context, memberUseCase } from '../operation';
import { enqueue } from '../outbox/enqueue';
import { whoeverMay } from '../policies/membership';
import { mayPublishAt } from '../policies/task';
import { listBranches } from './dueRepository';
import { requireOpen } from './requireOpen';
import { changeTask, findTask, type TaskRecord } from './taskRepository';

/** Gives more time; a deadline is never shortened (`deadline_not_later`). Who is still open is reminded before the new one too. */
export const extendTask = memberUseCase('task.extend')({
  policy: whoeverMay('task.publish'),
  subject: ({ trx, actor }, { taskId }) => findTask(trx, actor.tenantId, taskId, 'update'),
  subjectPolicy: (actor, task) => mayPublishAt(actor, task),
  run: async (context, { taskId, version, dueOn }, task) => {
    const { trx, actor } = context;
    requireOpen(task, version);
    if (!isExtension(task.dueOn, dueOn, actor.today)) throw new AppError('deadline_not_later');
    await planReminders(context, task, dueOn);
    return { taskId, version: await changeTask(trx, actor.tenantId, taskId, { due_on: dueOn }) };
  },
  auditSubject: ({ taskId }) => ({ kind: 'task', id: taskId }),
});

/** The reminder before the old deadline moves by itself while it waits (`remindBeforeDeadline`); one that is over is followed by another. */
async function planReminders(context: Context, task: TaskRecord, dueOn: string): Promise<void> {
  const { trx, actor, now } = context;
  const at = reminderInstant(dueOn);
  if (reminderInstant(task.dueOn) > now || at <= now) return;
  for (const { branchId, hasOpen } of await listBranches(trx, actor.tenantId, {
    taskIds: [task.id],
    day: actor.today,
  })) {
    if (hasOpen) await enqueue(context, 'task.remind', { taskId: task.id, branchId }, at);
  }
}
