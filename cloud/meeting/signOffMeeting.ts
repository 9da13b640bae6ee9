import type { Output, ParsedInput } from '../../src/contract/operations';
import { isRollComplete } from '../../src/domain/meeting/roll';
import { needsLateReason } from '../../src/domain/meeting/timing';
import { AppError } from '../appError';
import { type Context, memberUseCase } from '../operation';
import { recordMeeting } from '../pioneer/recordMeeting';
import { maySignOff } from '../policies/meeting';
import { whoeverMay } from '../policies/membership';
import { advanceMeeting, findMeeting, type MeetingRecord } from './meetingRepository';
import { requireState } from './requireState';
import { findRoll } from './rollRepository';

/**
 * Signs the record (domain.md W3 step 9): from here nothing in it changes. The
 * pioneer ledger is written in the same transaction.
 */
export const signOffMeeting = memberUseCase('meeting.signOff')({
  policy: whoeverMay('meeting.signOff'),
  subject: ({ trx, actor }, { meetingId }) => findMeeting(trx, actor, meetingId, 'update'),
  subjectPolicy: (actor, meeting) => maySignOff(actor, meeting),
  run: async (context, input, meeting) => {
    requireState(meeting, input.version, 'closed');
    return signOff(context, input, meeting);
  },
  auditSubject: ({ meetingId }) => ({ kind: 'meeting', id: meetingId }),
});

/**
 * Signs a closed meeting that the caller has locked. Throws `roll_incomplete`
 * while a due person is not ticked, `late_reason_needed` for a meeting more
 * than three days ago without a word why (domain.md 4.8), `bad_input` for a day to come.
 */
async function signOff(
  context: Context,
  { minutes, heldOn, lateReason }: Omit<ParsedInput<'meeting.signOff'>, 'meetingId' | 'version'>,
  meeting: MeetingRecord,
): Promise<Output<'meeting.signOff'>> {
  const { trx, actor, now } = context;
  if (heldOn > actor.today) throw new AppError('bad_input', 'heldOn');
  const isLate = needsLateReason(heldOn, actor.today);
  if (isLate && !lateReason) throw new AppError('late_reason_needed');
  const roll = await findRoll(trx, actor.tenantId, meeting.id);
  if (!isRollComplete(roll)) throw new AppError('roll_incomplete');
  const version = await advanceMeeting(trx, actor.tenantId, meeting.id, {
    state: 'signed',
    minutes,
    held_on: heldOn,
    late_reason: isLate ? lateReason : null,
    signed_at: now,
    signed_by: actor.memberId,
  });
  await recordMeeting(context, { meetingId: meeting.id, heldOn });
  return { meetingId: meeting.id, state: 'signed', version };
}
