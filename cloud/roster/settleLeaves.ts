import type { Kysely } from 'kysely';
import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import type { Tables } from '../database/tables';
import { inTenant } from '../database/tenantTransaction';
import type { Ports } from '../ports/ports';
import { closeDoors, setMobileIndex } from './doorsRepository';
import { findLeaving, updatePerson } from './personRepository';

/** More than leave a bureau in a day; whoever is left over goes with the next tick. */
const AT_ONCE = 200;

/**
 * Carries out what `roster.leave` was told ahead: on the day of leaving the
 * status changes, every door closes and the mobile number goes. A step of the
 * tick; nobody is let in from that day on even before it ran.
 */
export async function settleLeaves(db: Kysely<Tables>, ports: Ports, tenantId: string): Promise<void> {
  const now = ports.clock.now();
  await inTenant(db, tenantId, async (trx) => {
    for (const leaver of await findLeaving(trx, tenantId, shanghaiDay(now), AT_ONCE)) {
      await closeDoors(trx, { tenantId, memberId: leaver.memberId }, now);
      await setMobileIndex(trx, { tenantId, memberId: leaver.memberId }, null);
      await updatePerson(trx, tenantId, leaver, {
        status: leaver.becomes,
        voting_right: false,
        mobile_sealed: null,
      });
    }
  });
}
