import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import type { StillDue } from '../reminder/sendReminder';
import { findDueLine } from './dueRepository';
import { findTask } from './taskRepository';

/** An id as the application makes it, in letters. */
const ID_LENGTH = 36;

/**
 * Whether a member still owes a task that is out: reminded of nothing that is done, excused, withdrawn, or of a branch
 * they have left. The reminder's subject is the task's id, or begins with it.
 */
export const isTaskOpen: StillDue = async (trx, { tenantId, memberId, subject, now }) => {
  const taskId = subject.slice(0, ID_LENGTH);
  const task = await findTask(trx, tenantId, taskId);
  if (task?.state !== 'open') return false;
  const line = await findDueLine(trx, tenantId, { taskId, memberId, day: shanghaiDay(now) });
  return line !== null && line.how === null;
};
