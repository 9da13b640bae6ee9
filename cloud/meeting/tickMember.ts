import type { Output, ParsedInput } from '../../src/contract/operations';
import { AppError } from '../appError';
import { type Context, memberUseCase } from '../operation';
import { mayHost } from '../policies/meeting';
import { whoeverMay } from '../policies/membership';
import { findMeeting, type MeetingRecord } from './meetingRepository';
import { tickOnRoll } from './rollRepository';

/** Records somebody's state by hand, with the same standing as a code (domain.md C4); until the record is signed. */
export const tickMember = memberUseCase('meeting.tick')({
  policy: whoeverMay('meeting.host'),
  subject: ({ trx, actor }, { meetingId }) => findMeeting(trx, actor, meetingId, 'share'),
  subjectPolicy: (actor, meeting) => mayHost(actor, meeting),
  run: tick,
  auditSubject: ({ meetingId }) => ({ kind: 'meeting', id: meetingId }),
});

/**
 * Ticks on a roll whose meeting the caller holds. Throws `meeting_signed`,
 * `wrong_state` before it was opened or when cancelled, `not_found` for
 * somebody who is not on the roll.
 */
async function tick(
  { trx, actor, now, newId }: Context,
  { memberId, state, reason }: ParsedInput<'meeting.tick'>,
  meeting: MeetingRecord,
): Promise<Output<'meeting.tick'>> {
  if (meeting.state === 'signed') throw new AppError('meeting_signed');
  if (meeting.state !== 'open' && meeting.state !== 'closed') throw new AppError('wrong_state');
  const isOnRoll = await tickOnRoll(trx, actor.tenantId, {
    meetingId: meeting.id,
    memberId,
    state,
    reason: reason || null,
    by: actor.memberId,
    now,
    changeId: newId(),
  });
  if (!isOnRoll) throw new AppError('not_found');
  return { memberId, state, at: now.toISOString() };
}
