import type { Kysely } from 'kysely';
import { sayWeek } from '../../src/domain/calendar/sayWeek';
import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { weekOf } from '../../src/domain/calendar/weekOf';
import { hatAt } from '../../src/domain/roster/acts';
import { isLowStock, stocksToWatch } from '../../src/domain/study/lowStock';
import { countStock, firstGap } from '../../src/domain/study/stock';
import { loadEdits } from '../calendar/loadEdits';
import type { Tables } from '../database/tables';
import { inTenant } from '../database/tenantTransaction';
import { newId } from '../ports/newId';
import type { Ports } from '../ports/ports';
import { addNotice } from '../reminder/addNotice';
import { findHolders } from './holderRepository';
import { findPublishers, forgetTold, noteTold } from './stockRepository';
import { findSupplierName } from './supply/supplyRepository';

/**
 * Tells those who write or schedule for an organisation that fewer than five coming working days have a piece
 * (product.md A0): once, and again only after the stock has recovered. Whoever has never published anything is left
 * alone; where a rota says whose week it is when the stock ends (轮值供稿), the notice says so too. Clerks (代录) are not told: they type for others. A step of the tick, harmless twice and at once.
 */
export async function warnLowStock(db: Kysely<Tables>, ports: Ports, tenantId: string): Promise<void> {
  const now = ports.clock.now();
  const today = shanghaiDay(now);
  const year = Number(today.slice(0, 4));
  await inTenant(db, tenantId, async (trx) => {
    const watched = stocksToWatch(await findPublishers(trx, tenantId, { now, today }));
    const edits = await loadEdits(trx, tenantId, year, year + 1);
    const low = watched
      .map(({ publisher, covered }) => ({
        ...publisher,
        stock: countStock(now, covered, edits),
        gap: firstGap(now, covered, edits),
      }))
      .filter(({ stock }) => isLowStock(stock));
    await forgetTold(
      trx,
      tenantId,
      low.map(({ organisationId }) => organisationId),
    );
    for (const place of low) {
      const holders = await findHolders(trx, tenantId, [place.organisationId], today);
      const keepers = holders.filter(
        ({ held }) => hatAt(held, 'study.write', place) ?? hatAt(held, 'study.schedule', place),
      );
      // Where there is nobody to tell, whoever comes into the post is told then.
      if (keepers.length === 0 || !(await noteTold(trx, tenantId, place.organisationId))) continue;
      const week = weekOf(place.gap).from;
      const publisherId = place.organisationId;
      const supplier = await findSupplierName(trx, tenantId, { publisherId, week });
      const text = sayLow(place) + (supplier ? `。${sayWeek(week)}轮到${supplier}供稿` : '');
      const context = { trx, now, newId: () => newId(ports.clock, ports.random), actor: { tenantId } };
      for (const { memberId } of keepers) {
        await addNotice(context, memberId, text, { screen: 'deskPieces' });
      }
    }
  });
}

function sayLow({ name, stock }: { name: string; stock: number }): string {
  return `${name}的晨学库存还有 ${stock} 个工作日，不到 5 个工作日，可以接着排`;
}
