import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayPublishAt } from '../policies/task';
import { requireOpen } from './requireOpen';
import { changeTask, findTask } from './taskRepository';

/** Takes a task back with a reason: it leaves every list, and nobody owes it any more. */
export const withdrawTask = memberUseCase('task.withdraw')({
  policy: whoeverMay('task.publish'),
  subject: ({ trx, actor }, { taskId }) => findTask(trx, actor.tenantId, taskId, 'update'),
  subjectPolicy: (actor, task) => mayPublishAt(actor, task),
  run: async ({ trx, actor }, { taskId, version, reason }, task) => {
    requireOpen(task, version);
    const change = { state: 'withdrawn', withdraw_reason: reason } as const;
    return { taskId, version: await changeTask(trx, actor.tenantId, taskId, change) };
  },
  auditSubject: ({ taskId }) => ({ kind: 'task', id: taskId }),
});
