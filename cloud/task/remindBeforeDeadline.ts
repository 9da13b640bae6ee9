import { reminderInstant } from '../../src/domain/task/deadline';
import { inTenant } from '../database/tenantTransaction';
import { enqueue } from '../outbox/enqueue';
import type { OutboxHandler } from '../outbox/topics';
import { newId } from '../ports/newId';
import { isTargetGone } from './isTargetGone';
import { remindOpen } from './remindOpen';
import { findTask } from './taskRepository';

/**
 * Delivers `task.remind`: reminds those of a branch who are still open on the day before the deadline, once. A task
 * that was given more time meanwhile is put off to the day before its new deadline; one that was withdrawn, or
 * whose text was taken down, reminds nobody. A second delivery on the same day finds everybody reminded.
 */
export const remindBeforeDeadline: OutboxHandler<'task.remind'> = async (
  { tenantId, payload: { taskId, branchId } },
  ports,
  db,
) => {
  await inTenant(db, tenantId, async (trx) => {
    const task = await findTask(trx, tenantId, taskId);
    if (task?.state !== 'open') return;
    const now = ports.clock.now();
    const context = { trx, now, newId: () => newId(ports.clock, ports.random), actor: { tenantId } };
    const at = reminderInstant(task.dueOn);
    if (at > now) await enqueue(context, 'task.remind', { taskId, branchId }, at);
    else if (!(await isTargetGone(trx, tenantId, task, now))) await remindOpen(context, task, { branchId });
  });
};
