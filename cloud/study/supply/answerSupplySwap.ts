import { sayWeek } from '../../../src/domain/calendar/sayWeek';
import { swapStands } from '../../../src/domain/swap/swapTurns';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { answersFor } from '../../policies/supply';
import { lapseSwaps, settleSwap } from '../../swap/swapRepository';
import { exchangeSuppliers, lockTurns } from './supplyRepository';
import { supplierOf, swapTurnOf } from './supplySubject';
import { lockSwap } from './supplySwapRepository';
import { tellSupplier } from './tellSupplier';

/**
 * An officer of the organisation that was asked agrees, and the two weeks have changed hands with what was written for
 * them; or declines, and all stays. `wrong_state`: one of the weeks is over or has another supplier. Whoever answers
 * for the organisation that asked is told.
 */
export const answerSupplySwap = memberUseCase('study.answerSupplySwap')({
  policy: whoeverMay('study.supply'),
  subject: ({ trx, actor }, { swapId }) => lockSwap(trx, actor.tenantId, swapId),
  subjectPolicy: (actor, { askedId, askedPath }) =>
    answersFor(actor, { organisationId: askedId, organisationPath: askedPath }),
  run: async (context, { agreed }, swap) => {
    const { trx, actor } = context;
    const { tenantId, today, memberId } = actor;
    const turns = await lockTurns(trx, tenantId, [swap.turnId, swap.withTurnId]);
    const asking = turns.find((one) => one.id === swap.turnId);
    const asked = turns.find((one) => one.id === swap.withTurnId);
    if (!asking || !asked) throw new AppError('wrong_state');
    const turnsNow = { asking: swapTurnOf(asking), asked: swapTurnOf(asked) };
    if (!swapStands(turnsNow, swap, today)) throw new AppError('wrong_state');
    await settleSwap(trx, 'supply_swap', { tenantId, swapId: swap.id }, agreed ? 'agreed' : 'declined');
    if (agreed) {
      const turnIds = [asking.id, asked.id] as const;
      await exchangeSuppliers(trx, tenantId, turnIds);
      await lapseSwaps(trx, 'supply_swap', { tenantId, turnIds });
    }
    const [theirs, own] = [sayWeek(asking.week), sayWeek(asked.week)];
    const words = agreed
      ? `换好了：${own}的晨学请${swap.askingName}供稿，${theirs}由${swap.askedName}来供`
      : `${swap.askedName}那一周不方便换，${theirs}的晨学还请${swap.askingName}供稿`;
    await tellSupplier(context, { place: supplierOf(asking), today, except: memberId }, words);
    return { agreed };
  },
  auditSubject: ({ swapId }) => ({ kind: 'supplySwap', id: swapId }),
});
