import { sayWeek } from '../../../src/domain/calendar/sayWeek';
import { isSwappable } from '../../../src/domain/swap/swapTurns';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { answersFor } from '../../policies/supply';
import { insertSwap } from '../../swap/swapRepository';
import { lockTurns } from './supplyRepository';
import { supplierOf, swapTurnOf } from './supplySubject';
import { tellSupplier } from './tellSupplier';

/**
 * An officer asks another organisation of the same rota to change weeks. Nothing changes until one of its officers
 * agrees. `wrong_state`: one of the weeks is over, or both belong to one organisation; `swap_waiting`: a question
 * about the own week waits already.
 */
export const askSupplySwap = memberUseCase('study.askSupplySwap')({
  policy: whoeverMay('study.supply'),
  subject: async ({ trx, actor }, { turnId, withTurnId }) => {
    const turns = await lockTurns(trx, actor.tenantId, [turnId, withTurnId]);
    const own = turns.find((one) => one.id === turnId);
    const other = turns.find((one) => one.id === withTurnId);
    return own && other ? { own, other } : null;
  },
  subjectPolicy: (actor, { own, other }) =>
    own.publisherId === other.publisherId ? answersFor(actor, supplierOf(own)) : null,
  run: async (context, _input, { own, other }) => {
    const { trx, actor } = context;
    if (!isSwappable(swapTurnOf(own), swapTurnOf(other), actor.today)) throw new AppError('wrong_state');
    const swapId = context.newId();
    const isAsked = await insertSwap(trx, 'supply_swap', actor.tenantId, {
      id: swapId,
      turnId: own.id,
      withTurnId: other.id,
      askedBy: actor.memberId,
      sides: { asking_id: own.supplierId, asked_id: other.supplierId },
    });
    if (!isAsked) throw new AppError('swap_waiting');
    await tellSupplier(
      context,
      { place: supplierOf(other), today: actor.today },
      `${own.supplierName}想用${sayWeek(own.week)}和${other.supplierName}换${sayWeek(other.week)}的晨学供稿，换不换由您那边定`,
    );
    return { swapId };
  },
  auditSubject: ({ turnId }) => ({ kind: 'supplyTurn', id: turnId }),
});
