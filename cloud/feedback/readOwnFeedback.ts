import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { listOwnFeedback, ownFeedbackOf } from './feedbackRepository';

/** Nobody writes more in years; 50 of the longest fit into one reply, and an older one is still found by its id. */
const NEWEST = 50;

/** What the member has sent under the own name, newest first, with the answers. */
export const readOwnFeedback = memberUseCase('feedback.mine')({
  policy: anyMember,
  run: async ({ trx, actor }) => {
    const own = await listOwnFeedback(trx, actor.tenantId, actor.memberId, NEWEST);
    return { feedback: own.map(ownFeedbackOf) };
  },
});
