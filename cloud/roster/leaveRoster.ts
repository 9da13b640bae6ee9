import { addDays } from '../../src/domain/calendar/shanghai';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayEditPerson } from '../policies/roster';
import { endBelongings, updateBelonging } from './belongingRepository';
import { closeDoors, setMobileIndex } from './doorsRepository';
import { findPerson, updatePerson } from './personRepository';
import { endPostsOf } from './postRepository';
import { requireVersion } from './requireVersion';

/**
 * Somebody leaves the bureau's roster from a day on: places and posts end the
 * day before, every door with the day itself. The mobile number goes (it only
 * served to find and reach them); joining dates and past belongings stay. A day
 * to come is kept as such: `settleLeaves` closes the doors then, and nobody is
 * let in from that day on even before it ran.
 */
export const leaveRoster = memberUseCase('roster.leave')({
  policy: whoeverMay('roster.edit'),
  subject: ({ trx, actor }, { memberId }) =>
    findPerson(trx, actor.tenantId, memberId, actor.today, { lock: true }),
  subjectPolicy: (actor, person) => mayEditPerson(actor, person),
  run: async ({ trx, actor, now }, { version, becomes, on, letterNo }, person) => {
    requireVersion(person, version);
    if (person.memberId === actor.memberId) throw new AppError('own_appointment');
    if (person.status !== 'active' && person.status !== 'suspended') throw new AppError('wrong_state');
    if (person.formal && person.formal.from >= on) throw new AppError('day_too_early');
    const { tenantId } = actor;
    const { memberId } = person;
    const last = addDays(on, -1);
    if (letterNo !== null && person.formal)
      await updateBelonging(trx, tenantId, person.formal.id, { document_no: letterNo });
    await endBelongings(trx, tenantId, memberId, last, ['formal', 'temporary', 'dual', 'group', 'team']);
    await endPostsOf(trx, tenantId, memberId, last);
    if (on > actor.today) {
      return {
        version: await updatePerson(trx, tenantId, person, { leaves_on: on, leaves_as: becomes }),
      };
    }
    await closeDoors(trx, { tenantId, memberId }, now);
    await setMobileIndex(trx, { tenantId, memberId }, null);
    return {
      version: await updatePerson(trx, tenantId, person, {
        status: becomes,
        leaves_on: on,
        voting_right: false,
        mobile_sealed: null,
      }),
    };
  },
  auditSubject: ({ memberId }) => ({ kind: 'member', id: memberId }),
});
