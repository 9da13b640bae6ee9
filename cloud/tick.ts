import type { Kysely } from 'kysely';
import { keepDemoAlive } from './database/demo/keepDemoAlive';
import type { Tables } from './database/tables';
import { type Drained, drainOutbox } from './outbox/drainOutbox';
import { outboxHandlers } from './outbox/handlers';
import type { Ports } from './ports/ports';
import { purgeGate, purgeTenant } from './purge';
import { computeFigures } from './quiz/analysis/computeFigures';
import { handInByClock } from './quiz/practice/handInByClock';
import { settleLeaves } from './roster/settleLeaves';
import { completeIndex } from './study/completeIndex';
import { remindSuppliers } from './study/supply/remindSuppliers';
import { warnLowStock } from './study/warnLowStock';
import { listTenantIds } from './tickRepository';

/** Messages per bureau and tick: at a tick a minute 100 keep up with more than any bureau makes, and a backlog of one does not starve the others. */
const MESSAGES_PER_TENANT = 100;

/** What one tick did; for the log. */
export interface Ticked extends Drained {
  tenants: number;
  /** Steps that threw; each is logged, and tried again at the next tick. */
  brokenSteps: number;
}

/**
 * What happens by the clock and not by a request, about once a minute: purge
 * what has had its time, tell who supplies pieces that the week comes and who keeps them that the stock is low, compute once a day what answers say of questions, deliver what waits in the outbox. Harmless when called
 * twice, at once or by somebody who should not; a step that fails for one
 * bureau leaves the others alone. Rejects only when the list of bureaus cannot
 * be read.
 */
export async function runTick(db: Kysely<Tables>, ports: Ports): Promise<Ticked> {
  const tenantIds = await listTenantIds(db);
  const ticked: Ticked = { tenants: tenantIds.length, done: 0, retried: 0, failed: 0, brokenSteps: 0 };
  const step = async (name: string, run: () => Promise<void>) => {
    try {
      await run();
    } catch (error) {
      ticked.brokenSteps += 1;
      ports.log.error('tick step failed', error, { step: name });
    }
  };
  await step('keepDemoAlive', () => keepDemoAlive(db, ports));
  await step('purgeGate', () => purgeGate(db, ports));
  for (const tenantId of tenantIds) {
    await step('completeIndex', () => completeIndex(db, tenantId));
    await step('settleLeaves', () => settleLeaves(db, ports, tenantId));
    await step('remindSuppliers', () => remindSuppliers(db, ports, tenantId));
    await step('warnLowStock', () => warnLowStock(db, ports, tenantId));
    await step('handInByClock', () => handInByClock(db, ports, tenantId));
    await step('computeFigures', () => computeFigures(db, ports, tenantId));
    await step('purgeTenant', () => purgeTenant(db, ports, tenantId));
    await step('drainOutbox', async () => {
      const drained = await drainOutbox(db, ports, outboxHandlers, {
        tenantIds: [tenantId],
        limit: MESSAGES_PER_TENANT,
      });
      ticked.done += drained.done;
      ticked.retried += drained.retried;
      ticked.failed += drained.failed;
    });
  }
  return ticked;
}
