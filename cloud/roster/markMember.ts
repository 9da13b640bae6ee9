import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayEditPerson } from '../policies/roster';
import { findPerson, insertMark, updatePerson } from './personRepository';
import { requireVersion } from './requireVersion';

/** Marks somebody as retired, frail, floating or on long leave from a day on; frozen rolls and lists of dues stay as they were. */
export const markMember = memberUseCase('roster.mark')({
  policy: whoeverMay('roster.edit'),
  subject: ({ trx, actor }, { memberId }) =>
    findPerson(trx, actor.tenantId, memberId, actor.today, { lock: true }),
  subjectPolicy: (actor, person) => mayEditPerson(actor, person),
  run: async ({ trx, actor, newId }, { version, mark, from, to }, person) => {
    requireVersion(person, version);
    if (to !== null && to < from) throw new AppError('day_too_early');
    const markId = newId();
    await insertMark(trx, actor.tenantId, { id: markId, memberId: person.memberId, kind: mark, from, to });
    return { version: await updatePerson(trx, actor.tenantId, person, {}), markId };
  },
  auditSubject: ({ memberId }) => ({ kind: 'member', id: memberId }),
});
