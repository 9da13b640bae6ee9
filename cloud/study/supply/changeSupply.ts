import { sayWeek } from '../../../src/domain/calendar/sayWeek';
import { canSupply } from '../../../src/domain/study/supply/canSupply';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { mayLaySupplyAt } from '../../policies/supply';
import { findPlace } from '../../roster/placeRepository';
import { lapseSwaps } from '../../swap/swapRepository';
import { changeSupplier, detachPieces } from './supplyRepository';
import { publisherOf, requireComing, supplierOf, supplySubject } from './supplySubject';
import { tellSupplier, toldUntil } from './tellSupplier';

/**
 * Gives a coming week to another supplier. What the one before has written stays theirs and is for no week any more;
 * questions about swaps lapse; both are told. `bad_input` for an organisation that does not lie below the publisher.
 */
export const changeSupply = memberUseCase('study.changeSupply')({
  policy: whoeverMay('study.write'),
  subject: supplySubject,
  subjectPolicy: (actor, turn) => mayLaySupplyAt(actor, publisherOf(turn)),
  run: async (context, { version, supplierId }, turn) => {
    const { trx, actor } = context;
    const { tenantId, today, memberId } = actor;
    requireComing(turn, version, today);
    const place = await findPlace(trx, tenantId, supplierId);
    if (!place || !canSupply(place, publisherOf(turn))) throw new AppError('bad_input', 'supplierId');
    if (supplierId === turn.supplierId) return { turnId: turn.id, version };
    const isTold = turn.week <= toldUntil(today);
    const next = await changeSupplier(trx, tenantId, turn.id, { supplierId, isTold });
    await detachPieces(trx, tenantId, turn.id);
    await lapseSwaps(trx, 'supply_swap', { tenantId, turnIds: [turn.id] });
    const week = sayWeek(turn.week);
    const before = { place: supplierOf(turn), today, except: memberId };
    await tellSupplier(
      context,
      before,
      `${week}的晨学供稿改由${place.name}来供，${turn.supplierName}不用准备了`,
    );
    await tellSupplier(context, { place, today, except: memberId }, `${week}的晨学请${place.name}供稿`);
    return { turnId: turn.id, version: next };
  },
  auditSubject: ({ turnId }) => ({ kind: 'supplyTurn', id: turnId }),
});
