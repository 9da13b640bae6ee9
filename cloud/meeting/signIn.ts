import { isPresent } from '../../src/domain/meeting/roll';
import { acceptedMinutes, matchesCode } from '../../src/domain/meeting/signInCode';
import { LATE_GRACE_MINUTES } from '../../src/domain/meeting/timing';
import { AppError, KeptRefusal } from '../appError';
import { takeTry, triesSoFar } from '../identity/tries';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { codeOf } from './codeOf';
import { presentLine } from './presentMeeting';
import { signInOnRoll } from './rollRepository';

/**
 * Wrong codes per member and meeting. Two codes of a million are valid at a
 * time, so whoever guesses for a whole two-hour meeting hits one with a chance
 * below 1 in 10,000; the secretary's roll-call stays open all the while.
 */
const WRONG_CODES = { limit: 5, windowMinutes: 15 };

/**
 * Signs the actor in on a roll by the digits of this minute or the one before.
 * Whoever is present already gets the first sign-in again, whatever they typed:
 * a retry after a lost answer brings digits that have changed since. The host's
 * leave or absent gives way to a valid code, with a trace.
 *
 * Refusals: `not_found` outside the own organisations, `not_on_roll`,
 * `meeting_not_open`, `sign_in_code_wrong` (counted), `too_many_tries`.
 */
export const signIn = memberUseCase('meeting.signIn')({
  policy: anyMember,
  run: async ({ trx, actor, now, ports, newId }, { meetingId, code }) => {
    const valid = acceptedMinutes(now).map((minute) =>
      codeOf(ports.keyring, actor.tenantId, meetingId, minute),
    );
    const codeIsRight = matchesCode(code, valid);
    const bucket = ['meeting.signIn', actor.tenantId, meetingId, actor.memberId];
    const outcome = await signInOnRoll(trx, actor.tenantId, {
      meetingId,
      memberId: actor.memberId,
      codeIsRight,
      now,
      graceMinutes: LATE_GRACE_MINUTES,
      tried: triesSoFar(ports, bucket, WRONG_CODES.windowMinutes),
      triesAllowed: WRONG_CODES.limit,
      changeId: newId(),
    });
    if (!outcome) throw new AppError('not_found');
    const { before, arrived } = outcome;
    if (!before) {
      const isOurs = actor.belongs.some((one) => one.organisationId === outcome.organisationId);
      if (!isOurs) throw new AppError('not_found');
      throw new AppError(outcome.meetingState === 'planned' ? 'meeting_not_open' : 'not_on_roll');
    }
    if (isPresent(before.state)) return { mine: presentLine(before) };
    if (arrived) return { mine: presentLine({ state: arrived, method: 'code', recordedAt: now }) };
    if (outcome.meetingState !== 'open') throw new AppError('meeting_not_open');
    if (codeIsRight) throw new AppError('too_many_tries');
    const within = await takeTry(trx, ports, bucket, WRONG_CODES);
    throw new KeptRefusal(within ? 'sign_in_code_wrong' : 'too_many_tries');
  },
  auditSubject: ({ meetingId }) => ({ kind: 'meeting', id: meetingId }),
});
