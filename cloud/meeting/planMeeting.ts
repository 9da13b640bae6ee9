import type { Output, ParsedInput } from '../../src/contract/operations';
import { isPlausibleStart } from '../../src/domain/meeting/timing';
import { AppError } from '../appError';
import { type Context, memberUseCase } from '../operation';
import { mayPlanAt } from '../policies/meeting';
import { whoeverMay } from '../policies/membership';
import { findPlace } from '../roster/placeRepository';
import { insertMeeting } from './meetingRepository';

/** Calls a meeting of an organisation (domain.md W3 step 2). One of the past may be entered as well, within a year. */
export const planMeeting = memberUseCase('meeting.plan')({
  policy: whoeverMay('meeting.plan'),
  subject: ({ trx, actor }, { organisationId }) => findPlace(trx, actor.tenantId, organisationId),
  subjectPolicy: (actor, organisation) => mayPlanAt(actor, organisation),
  run: plan,
  auditSubject: (_input, { meetingId }) => ({ kind: 'meeting', id: meetingId }),
});

/** Adds the meeting; the caller has judged whether the actor may. Throws `bad_input` for a start more than a year away. */
async function plan(context: Context, input: ParsedInput<'meeting.plan'>): Promise<Output<'meeting.plan'>> {
  const { trx, actor, now, demo } = context;
  const plannedAt = new Date(input.plannedAt);
  if (!isPlausibleStart(plannedAt, now)) throw new AppError('bad_input', 'plannedAt');
  const meetingId = context.newId();
  await insertMeeting(trx, actor.tenantId, {
    id: meetingId,
    organisationId: input.organisationId,
    type: input.type,
    title: input.title,
    place: input.place,
    plannedAt,
    agenda: input.agenda,
    calledBy: actor.memberId,
    demo,
  });
  return { meetingId, state: 'planned', version: 1 };
}
