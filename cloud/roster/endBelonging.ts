import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayEditPerson } from '../policies/roster';
import { findBelongings, updateBelonging } from './belongingRepository';
import { findPerson, updatePerson } from './personRepository';
import { requireVersion } from './requireVersion';

/** Sets the last day of a second belonging; the branch of right ends by transfer or leaving only. */
export const endBelonging = memberUseCase('roster.endBelonging')({
  policy: whoeverMay('roster.edit'),
  subject: async ({ trx, actor }, { memberId, belongingId }) => {
    const person = await findPerson(trx, actor.tenantId, memberId, actor.today, { lock: true });
    const found = (await findBelongings(trx, actor.tenantId, memberId)).find((one) => one.id === belongingId);
    return person && found && found.kind !== 'formal' ? { person, belonging: found } : null;
  },
  subjectPolicy: (actor, { person }) => mayEditPerson(actor, person),
  run: async ({ trx, actor }, { version, to }, { person, belonging }) => {
    requireVersion(person, version);
    if (to < belonging.from) throw new AppError('day_too_early');
    await updateBelonging(trx, actor.tenantId, belonging.id, { to_day: to });
    return { version: await updatePerson(trx, actor.tenantId, person, {}) };
  },
  auditSubject: ({ memberId }) => ({ kind: 'member', id: memberId }),
});
