import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { answersFor } from '../../policies/supply';
import { settleSwap } from '../../swap/swapRepository';
import { lockSwap } from './supplySwapRepository';

/** An officer of the organisation that asked takes the question back before it is answered. */
export const takeBackSupplySwap = memberUseCase('study.takeBackSupplySwap')({
  policy: whoeverMay('study.supply'),
  subject: ({ trx, actor }, { swapId }) => lockSwap(trx, actor.tenantId, swapId),
  subjectPolicy: (actor, { askingId, askingPath }) =>
    answersFor(actor, { organisationId: askingId, organisationPath: askingPath }),
  run: async ({ trx, actor }, { swapId }) => {
    await settleSwap(trx, 'supply_swap', { tenantId: actor.tenantId, swapId }, 'takenBack');
    return { swapId };
  },
  auditSubject: ({ swapId }) => ({ kind: 'supplySwap', id: swapId }),
});
