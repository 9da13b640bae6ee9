import type { Kysely } from 'kysely';
import { sayWeek } from '../../../src/domain/calendar/sayWeek';
import { shanghaiDay } from '../../../src/domain/calendar/shanghai';
import { weekOf } from '../../../src/domain/calendar/weekOf';
import type { Tables } from '../../database/tables';
import { inTenant } from '../../database/tenantTransaction';
import { newId } from '../../ports/newId';
import type { Ports } from '../../ports/ports';
import { takeUntold } from './supplyRepository';
import { supplierOf } from './supplySubject';
import { tellSupplier, toldUntil } from './tellSupplier';

/**
 * Tells those who answer for a supplier a week ahead that its week comes: once, in the inbox, and only where laying or
 * changing the turn has not said so at a week's distance or less. A step of the tick, harmless twice and at once.
 */
export async function remindSuppliers(db: Kysely<Tables>, ports: Ports, tenantId: string): Promise<void> {
  const now = ports.clock.now();
  const today = shanghaiDay(now);
  await inTenant(db, tenantId, async (trx) => {
    const context = { trx, now, newId: () => newId(ports.clock, ports.random), actor: { tenantId } };
    const near = await takeUntold(trx, tenantId, { from: weekOf(today).from, until: toldUntil(today) });
    for (const turn of near) {
      const text = `${sayWeek(turn.week)}轮到${turn.supplierName}给晨学供稿，在“轮值供稿”里可以写`;
      await tellSupplier(context, { place: supplierOf(turn), today }, text);
    }
  });
}
