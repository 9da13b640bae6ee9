import { addDays } from '../../src/domain/calendar/shanghai';
import { holdsMembers } from '../../src/domain/roster/structure';
import { AppError } from '../appError';
import { type Context, memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { mayEditPerson } from '../policies/roster';
import { addNotice } from '../reminder/addNotice';
import { endBelongings, insertBelonging, updateBelonging } from './belongingRepository';
import { findPlacedOrganisation, type OrganisationEntry } from './organisationRepository';
import { findPerson, type Person, updatePerson } from './personRepository';
import { requireVersion } from './requireVersion';

/** Moves the place of right to another branch from a day on; needs reach over both. */
export const transferMember = memberUseCase('roster.transfer')({
  policy: whoeverMay('roster.edit'),
  subject: async ({ trx, actor }, { memberId, toOrganisationId }) => {
    const person = await findPerson(trx, actor.tenantId, memberId, actor.today, { lock: true });
    const to = await findPlacedOrganisation(trx, actor.tenantId, toOrganisationId);
    return person && to && { person, to };
  },
  subjectPolicy: (actor, { person, to }) => mayEditPerson(actor, person) && hatFor(actor, 'roster.edit', to),
  run: async (context, { version, on, letterNo }, { person, to }) => {
    requireVersion(person, version);
    if (person.status !== 'active' && person.status !== 'suspended') throw new AppError('wrong_state');
    await moveMember(context, person, to, { on, letterNo });
    await addNotice(context, person.memberId, `从 ${on} 起，您的组织关系在${to.name}`);
    return { version: await updatePerson(context.trx, context.actor.tenantId, person, {}) };
  },
  auditSubject: ({ memberId }) => ({ kind: 'member', id: memberId }),
});

/**
 * The affiliation ends the day before `on` and a new one begins; groups of the
 * old branch end too. On the very first day it is a slip put right, not a
 * transfer: the same row then names the right branch.
 */
async function moveMember(
  { trx, actor, newId }: Context,
  person: Person,
  to: OrganisationEntry,
  { on, letterNo }: { on: string; letterNo: string | null },
): Promise<void> {
  const { formal, memberId } = person;
  const { tenantId } = actor;
  if (!holdsMembers(to.level)) throw new AppError('not_a_branch');
  if (formal?.organisationId === to.organisationId && formal.to === null) throw new AppError('wrong_state');
  if (formal && formal.from > on) throw new AppError('day_too_early');
  await endBelongings(trx, tenantId, memberId, addDays(on, -1), ['group']);
  if (formal?.from === on) {
    await updateBelonging(trx, tenantId, formal.id, {
      organisation_id: to.organisationId,
      document_no: letterNo,
    });
    return;
  }
  await endBelongings(trx, tenantId, memberId, addDays(on, -1), ['formal']);
  await insertBelonging(trx, tenantId, {
    id: newId(),
    memberId,
    organisationId: to.organisationId,
    kind: 'formal',
    from: on,
    to: null,
    letterNo,
  });
}
