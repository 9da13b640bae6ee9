import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayEditPerson, mayGatherAt } from '../policies/roster';
import { insertBelonging } from './belongingRepository';
import { findPlacedOrganisation } from './organisationRepository';
import { findPerson, updatePerson } from './personRepository';
import { requireVersion } from './requireVersion';

/** Adds a belonging beside the branch of right: a group, a cross-branch team, a dual or temporary place. */
export const belongElsewhere = memberUseCase('roster.belong')({
  policy: whoeverMay('roster.edit'),
  subject: async ({ trx, actor }, { memberId, organisationId }) => {
    const person = await findPerson(trx, actor.tenantId, memberId, actor.today, { lock: true });
    const at = await findPlacedOrganisation(trx, actor.tenantId, organisationId);
    return person && at && { person, at };
  },
  subjectPolicy: (actor, { person, at }) => mayEditPerson(actor, person) && mayGatherAt(actor, at),
  run: async ({ trx, actor, newId }, { version, kind, from, to }, { person, at }) => {
    requireVersion(person, version);
    if (to !== null && to < from) throw new AppError('day_too_early');
    const isGroup = at.level === 'group' || at.level === 'team';
    if (isGroup ? kind !== at.level : kind === 'group' || kind === 'team') throw new AppError('bad_input');
    const belongingId = newId();
    const { memberId } = person;
    const { organisationId } = at;
    await insertBelonging(trx, actor.tenantId, {
      id: belongingId,
      memberId,
      organisationId,
      kind,
      from,
      to,
      letterNo: null,
    });
    return { version: await updatePerson(trx, actor.tenantId, person, {}), belongingId };
  },
  auditSubject: ({ memberId }) => ({ kind: 'member', id: memberId }),
});
