import { memberUseCase } from '../operation';
import { mayPlanAt } from '../policies/meeting';
import { whoeverMay } from '../policies/membership';
import { advanceMeeting, findMeeting } from './meetingRepository';
import { requireState } from './requireState';

/** Cancels a planned meeting, with the reason its members read. */
export const cancelMeeting = memberUseCase('meeting.cancel')({
  policy: whoeverMay('meeting.plan'),
  subject: ({ trx, actor }, { meetingId }) => findMeeting(trx, actor, meetingId, 'update'),
  subjectPolicy: (actor, meeting) => mayPlanAt(actor, meeting),
  run: async ({ trx, actor }, { version, reason }, meeting) => {
    requireState(meeting, version, 'planned');
    const next = await advanceMeeting(trx, actor.tenantId, meeting.id, {
      state: 'cancelled',
      cancel_reason: reason,
    });
    return { meetingId: meeting.id, state: 'cancelled', version: next };
  },
  auditSubject: ({ meetingId }) => ({ kind: 'meeting', id: meetingId }),
});
