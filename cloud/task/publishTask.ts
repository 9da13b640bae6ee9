import type { Output, ParsedInput } from '../../src/contract/operations';
import { isDeadline, reminderInstant } from '../../src/domain/task/deadline';
import { whyInvited } from '../../src/domain/task/dueList';
import { AppError } from '../appError';
import { type Context, memberUseCase } from '../operation';
import { enqueue } from '../outbox/enqueue';
import { whoeverMay } from '../policies/membership';
import { mayPickPersonsAt, mayPublishAt } from '../policies/task';
import { findPlace, type RosterPlace } from '../roster/placeRepository';
import { findCandidates, insertDue } from './dueRepository';
import { findTarget } from './findTarget';
import { insertTask } from './taskRepository';

/** Publishes a study task and fixes its due list (product.md E1b): of a branch, a group, everything below, or some persons. */
export const publishTask = memberUseCase('task.publish')({
  policy: whoeverMay('task.publish'),
  subject: ({ trx, actor }, { organisationId }) => findPlace(trx, actor.tenantId, organisationId),
  subjectPolicy: (actor, place, { memberIds }) =>
    memberIds ? mayPickPersonsAt(actor, place) : mayPublishAt(actor, place),
  run: publish,
  auditSubject: (_input, { taskId }) => ({ kind: 'task', id: taskId }),
});

/**
 * Throws `deadline_in_past`, `not_found` for what is not published or not readable by all of them and for a person who
 * does not belong there, `self_check_missing`, `nobody_to_ask`.
 */
async function publish(
  context: Context,
  { target, memberIds, dueOn, selfCheck }: ParsedInput<'task.publish'>,
  place: RosterPlace,
): Promise<Output<'task.publish'>> {
  const { trx, actor, now, newId } = context;
  if (!isDeadline(dueOn, actor.today)) throw new AppError('deadline_in_past');
  const found = await findTarget(trx, actor.tenantId, target, {
    organisationIds: place.organisationPath.split('/').filter(Boolean),
    now,
    isNew: true,
  });
  if (!found) throw new AppError('not_found');
  if (selfCheck && found.checkCount === 0) throw new AppError('self_check_missing');
  const chosen = memberIds ? [...new Set(memberIds)] : null;
  const people = await findCandidates(trx, actor.tenantId, {
    organisationId: place.organisationId,
    organisationPath: place.organisationPath,
    isGroup: place.level === 'group',
    memberIds: chosen,
    day: actor.today,
  });
  if (chosen && people.length < chosen.length) throw new AppError('not_found');
  if (people.length === 0) throw new AppError('nobody_to_ask');
  const lines = people.map((one) => ({ ...one, reason: whyInvited(one) }));
  const taskId = newId();
  await insertTask(trx, actor.tenantId, {
    id: taskId,
    organisationId: place.organisationId,
    whom: chosen ? 'persons' : 'organisation',
    target,
    title: found.title,
    readingMinutes: found.readingMinutes,
    dueOn,
    selfCheck,
    publishedBy: actor.memberId,
    publishedAt: now,
  });
  await insertDue(trx, actor.tenantId, taskId, lines);
  const remindAt = reminderInstant(dueOn);
  const branchIds = new Set(lines.flatMap((line) => (line.reason === null ? [line.branchId] : [])));
  for (const branchId of remindAt > now ? branchIds : []) {
    await enqueue(context, 'task.remind', { taskId, branchId }, remindAt);
  }
  return { taskId, version: 1 };
}
