import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import type { StillDue } from '../reminder/sendReminder';
import { findDueLine } from './dueRepository';
import { isTargetGone } from './isTargetGone';
import { findTask } from './taskRepository';

/** An id as the application makes it, in letters. */
const ID_LENGTH = 36;

/**
 * Whether a member still owes a task that is out: reminded of nothing that is done, excused, withdrawn or can
 * no longer be read, or of a branch they have left. The reminder's subject is the task's id, or begins with it.
 */
export const isTaskOpen: StillDue = async (trx, { tenantId, memberId, subject, now }) => {
  const taskId = subject.slice(0, ID_LENGTH);
  const task = await findTask(trx, tenantId, taskId);
  if (task?.state !== 'open') return false;
  const line = await findDueLine(trx, tenantId, { taskId, memberId, day: shanghaiDay(now) });
  if (line === null || line.how !== null) return false;
  return !(await isTargetGone(trx, tenantId, task, now));
};
