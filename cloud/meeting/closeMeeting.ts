import type { Output } from '../../src/contract/operations';
import { type Context, memberUseCase } from '../operation';
import { mayHost } from '../policies/meeting';
import { whoeverMay } from '../policies/membership';
import { advanceMeeting, findMeeting, type MeetingRecord } from './meetingRepository';
import { requireState } from './requireState';

/** Ends sign-in; the roll can still be put right by hand until it is signed. */
export const closeMeeting = memberUseCase('meeting.close')({
  policy: whoeverMay('meeting.host'),
  subject: ({ trx, actor }, { meetingId }) => findMeeting(trx, actor, meetingId, 'update'),
  subjectPolicy: (actor, meeting) => mayHost(actor, meeting),
  run: async (context, { version }, meeting) => {
    requireState(meeting, version, 'open');
    return close(context, meeting);
  },
  auditSubject: ({ meetingId }) => ({ kind: 'meeting', id: meetingId }),
});

/** Closes an open meeting that the caller has locked. */
async function close({ trx, actor, now }: Context, meeting: MeetingRecord): Promise<Output<'meeting.close'>> {
  const version = await advanceMeeting(trx, actor.tenantId, meeting.id, { state: 'closed', closed_at: now });
  return { meetingId: meeting.id, state: 'closed', version };
}
