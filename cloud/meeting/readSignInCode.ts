import { codeChangesAt, codeMinute } from '../../src/domain/meeting/signInCode';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { mayHost } from '../policies/meeting';
import { whoeverMay } from '../policies/membership';
import { codeOf } from './codeOf';
import { findMeeting } from './meetingRepository';

/** The digits on the host's screen, this minute by the server's clock. */
export const readSignInCode = memberUseCase('meeting.signInCode')({
  policy: whoeverMay('meeting.host'),
  subject: ({ trx, actor }, { meetingId }) => findMeeting(trx, actor, meetingId),
  subjectPolicy: (actor, meeting) => mayHost(actor, meeting),
  run: async ({ actor, now, ports }, _input, meeting) => {
    if (meeting.state !== 'open') throw new AppError('meeting_not_open');
    const changesAt = codeChangesAt(now);
    return {
      code: codeOf(ports.keyring, actor.tenantId, meeting.id, codeMinute(now)),
      changesAt: changesAt.toISOString(),
      secondsLeft: Math.ceil((changesAt.getTime() - now.getTime()) / 1000),
    };
  },
});
