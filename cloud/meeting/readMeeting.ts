import { memberUseCase } from '../operation';
import { maySeeMeeting } from '../policies/meeting';
import { anyMember } from '../policies/membership';
import { findMeeting } from './meetingRepository';
import { presentMeeting } from './presentMeeting';

/** One meeting, for those it is for and those who keep it. */
export const readMeeting = memberUseCase('meeting.get')({
  policy: anyMember,
  subject: ({ trx, actor }, { meetingId }) => findMeeting(trx, actor, meetingId),
  subjectPolicy: (actor, meeting) => maySeeMeeting(actor, meeting),
  run: async ({ actor }, _input, meeting) => ({ meeting: presentMeeting(actor, meeting) }),
});
