import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { faultOf, listOwnFaults } from './faultRepository';

/** As many as anybody looks back at. */
const NEWEST = 100;

/** What the member reported, newest first, with the answers. */
export const readOwnFaults = memberUseCase('feedback.myFaults')({
  policy: anyMember,
  run: async ({ trx, actor }) => {
    const own = await listOwnFaults(trx, actor.tenantId, actor.memberId, NEWEST);
    return { faults: own.map(faultOf) };
  },
});
