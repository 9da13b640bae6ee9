import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { settleSwap } from '../swap/swapRepository';
import { lockSwap } from './swapRepository';

/** Whoever asked for a swap takes the question back before it is answered. */
export const takeBackSwap = memberUseCase('lecture.takeBackSwap')({
  policy: anyMember,
  subject: ({ trx, actor }, { swapId }) => lockSwap(trx, actor.tenantId, swapId),
  subjectPolicy: (actor, swap) => swap.askedBy === actor.memberId,
  run: async ({ trx, actor }, { swapId }) => {
    await settleSwap(trx, 'lecture_swap', { tenantId: actor.tenantId, swapId }, 'takenBack');
    return { swapId };
  },
  auditSubject: ({ swapId }) => ({ kind: 'lectureSwap', id: swapId }),
});
