import { isExtension } from '../../src/domain/task/deadline';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayPublishAt } from '../policies/task';
import { requireOpen } from './requireOpen';
import { changeTask, findTask } from './taskRepository';

/** Gives more time; a deadline is never shortened (`deadline_not_later`). */
export const extendTask = memberUseCase('task.extend')({
  policy: whoeverMay('task.publish'),
  subject: ({ trx, actor }, { taskId }) => findTask(trx, actor.tenantId, taskId, 'update'),
  subjectPolicy: (actor, task) => mayPublishAt(actor, task),
  run: async ({ trx, actor }, { taskId, version, dueOn }, task) => {
    requireOpen(task, version);
    if (!isExtension(task.dueOn, dueOn, actor.today)) throw new AppError('deadline_not_later');
    return { taskId, version: await changeTask(trx, actor.tenantId, taskId, { due_on: dueOn }) };
  },
  auditSubject: ({ taskId }) => ({ kind: 'task', id: taskId }),
});
