import { sayWeek } from '../../../src/domain/calendar/sayWeek';
import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { mayLaySupplyAt } from '../../policies/supply';
import { deleteTurn } from './supplyRepository';
import { publisherOf, requireComing, supplierOf, supplySubject } from './supplySubject';
import { tellSupplier } from './tellSupplier';

/** Takes a coming week off the rota, with the questions about it; what was written stays, and the supplier is told. */
export const cancelSupply = memberUseCase('study.cancelSupply')({
  policy: whoeverMay('study.write'),
  subject: supplySubject,
  subjectPolicy: (actor, turn) => mayLaySupplyAt(actor, publisherOf(turn)),
  run: async (context, { version }, turn) => {
    const { trx, actor } = context;
    requireComing(turn, version, actor.today);
    await deleteTurn(trx, actor.tenantId, turn.id);
    await tellSupplier(
      context,
      { place: supplierOf(turn), today: actor.today, except: actor.memberId },
      `${sayWeek(turn.week)}的晨学供稿取消了，${turn.supplierName}不用准备了`,
    );
    return { turnId: turn.id };
  },
  auditSubject: ({ turnId }) => ({ kind: 'supplyTurn', id: turnId }),
});
