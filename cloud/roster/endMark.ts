import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayEditPerson } from '../policies/roster';
import { endMarkOn, findMarks, findPerson, updatePerson } from './personRepository';
import { requireVersion } from './requireVersion';

/** Sets or opens the last day of a mark. */
export const endMark = memberUseCase('roster.endMark')({
  policy: whoeverMay('roster.edit'),
  subject: async ({ trx, actor }, { memberId, markId }) => {
    const person = await findPerson(trx, actor.tenantId, memberId, actor.today, { lock: true });
    const mark = (await findMarks(trx, actor.tenantId, memberId)).find((one) => one.id === markId);
    return person && mark ? { person, mark } : null;
  },
  subjectPolicy: (actor, { person }) => mayEditPerson(actor, person),
  run: async ({ trx, actor }, { version, to }, { person, mark }) => {
    requireVersion(person, version);
    if (to !== null && to < mark.from) throw new AppError('day_too_early');
    await endMarkOn(trx, actor.tenantId, mark.id, to);
    return { version: await updatePerson(trx, actor.tenantId, person, {}) };
  },
  auditSubject: ({ memberId }) => ({ kind: 'member', id: memberId }),
});
