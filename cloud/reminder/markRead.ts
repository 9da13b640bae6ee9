import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { markNoticeRead } from './reminderRepository';

/** Marks one of the member's own notices as read; another's is `not_found`. Repeating changes nothing. */
export const markRead = memberUseCase('reminder.markRead')({
  policy: anyMember,
  run: async ({ trx, actor }, { noticeId }) => {
    if (!(await markNoticeRead(trx, actor.tenantId, actor.memberId, noticeId)))
      throw new AppError('not_found');
    return {};
  },
});
