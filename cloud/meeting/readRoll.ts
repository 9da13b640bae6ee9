import { countRoll } from '../../src/domain/meeting/roll';
import { memberUseCase } from '../operation';
import { maySeeRoll, maySignOff, seesSomeRoll } from '../policies/meeting';
import { findMeeting } from './meetingRepository';
import { presentMeeting } from './presentMeeting';
import { findRoll } from './rollRepository';

/** The roll with its names and both counts: a named view of others, so it is audited. */
export const readRoll = memberUseCase('meeting.roll')({
  policy: seesSomeRoll,
  subject: ({ trx, actor }, { meetingId }) => findMeeting(trx, actor, meetingId),
  subjectPolicy: (actor, meeting) => maySeeRoll(actor, meeting),
  audited: true,
  run: async ({ trx, actor }, _input, meeting) => {
    const roll = await findRoll(trx, actor.tenantId, meeting.id);
    return {
      meeting: presentMeeting(actor, meeting),
      entries: roll.map(({ memberId, name, due, reason, state, method, recordedAt }) => ({
        memberId,
        name,
        due,
        reason,
        state,
        method,
        at: recordedAt?.toISOString() ?? null,
      })),
      ...countRoll(roll),
      maySignOff: meeting.state === 'closed' && maySignOff(actor, meeting) !== null,
      minutes: meeting.minutes,
      signedByName: meeting.signedByName,
    };
  },
  auditSubject: ({ meetingId }) => ({ kind: 'meeting', id: meetingId }),
});
