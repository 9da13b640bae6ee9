import type { StillDue } from '../reminder/sendReminder';
import { lockTurns } from './lectureRepository';

/** Whether the member still speaks at the turn on the day that the reminder was planned for (`turn/day`). */
export const isLectureComing: StillDue = async (trx, { tenantId, memberId, subject }) => {
  const [turnId = '', day] = subject.split('/');
  const [turn] = await lockTurns(trx, tenantId, [turnId]);
  return turn !== undefined && turn.speakerId === memberId && turn.day === day;
};
