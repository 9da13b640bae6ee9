import type { Output } from '../../src/contract/operations';
import { excusingMarks, rollKinds, rollPosts } from '../../src/domain/meeting/roll';
import { mayOpenYet } from '../../src/domain/meeting/timing';
import { AppError } from '../appError';
import { type Context, memberUseCase } from '../operation';
import { mayHost } from '../policies/meeting';
import { whoeverMay } from '../policies/membership';
import { advanceMeeting, findMeeting, type MeetingRecord } from './meetingRepository';
import { requireState } from './requireState';
import { freezeRoll } from './rollRepository';

/**
 * Opens sign-in and freezes the roll (domain.md W3 step 5). From two hours
 * before the start, late without an end; a demo meeting at any hour.
 */
export const openMeeting = memberUseCase('meeting.open')({
  policy: whoeverMay('meeting.host'),
  subject: ({ trx, actor }, { meetingId }) => findMeeting(trx, actor, meetingId, 'update'),
  subjectPolicy: (actor, meeting) => mayHost(actor, meeting),
  run: async (context, { version }, meeting) => {
    requireState(meeting, version, 'planned');
    return open(context, meeting);
  },
  auditSubject: ({ meetingId }) => ({ kind: 'meeting', id: meetingId }),
});

/**
 * Opens a planned meeting that the caller has locked. Throws `wrong_state` when
 * it is too early and `meeting_already_open` while another of the organisation is open.
 */
async function open(context: Context, meeting: MeetingRecord): Promise<Output<'meeting.open'>> {
  const { trx, actor, now } = context;
  if (!meeting.demo && !mayOpenYet(meeting.plannedAt, now)) throw new AppError('wrong_state', 'too early');
  const version = await advanceMeeting(trx, actor.tenantId, meeting.id, {
    state: 'open',
    opened_at: now,
  }).catch((error: unknown) => {
    throw isSecondOpen(error) ? new AppError('meeting_already_open') : error;
  });
  await freezeRoll(trx, actor.tenantId, {
    meetingId: meeting.id,
    organisationId: meeting.organisationId,
    day: actor.today,
    kinds: rollKinds(meeting.level),
    posts: rollPosts(meeting.type, meeting.level),
    excusing: excusingMarks,
  });
  return { meetingId: meeting.id, state: 'open', version };
}

/** A unique violation (PostgreSQL 23505) of the index that keeps one open meeting per organisation. */
function isSecondOpen(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  return code === '23505' && constraint === 'meeting_open_once';
}
