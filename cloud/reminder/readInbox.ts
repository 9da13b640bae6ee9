import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { listNotices } from './reminderRepository';

/** More than anybody scrolls through on a phone; older notices stay in the table. */
const NEWEST = 100;

/** The member's own notices, newest first. */
export const readInbox = memberUseCase('reminder.inbox')({
  policy: anyMember,
  run: async ({ trx, actor }) => ({
    notices: await listNotices(trx, actor.tenantId, actor.memberId, NEWEST),
  }),
});
