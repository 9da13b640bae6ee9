import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import type { StillDue } from '../reminder/sendReminder';
import { findDueLine } from './dueRepository';
import { findTask } from './taskRepository';

/** Whether a member still owes the task whose id is the reminder's subject: not done, made up, excused, withdrawn or left behind. */
export const isTaskOpen: StillDue = async (trx, { tenantId, memberId, subject: taskId, now }) => {
  const task = await findTask(trx, tenantId, taskId);
  if (task?.state !== 'open') return false;
  const line = await findDueLine(trx, tenantId, { taskId, memberId, day: shanghaiDay(now) });
  return line !== null && line.how === null;
};
