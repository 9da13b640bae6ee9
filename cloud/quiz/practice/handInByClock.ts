import type { Kysely } from 'kysely';
import { shanghaiDay } from '../../../src/domain/calendar/shanghai';
import { GRACE_SECONDS } from '../../../src/domain/quiz/practice/examClock';
import type { Tables } from '../../database/tables';
import { inTenant } from '../../database/tenantTransaction';
import type { Ports } from '../../ports/ports';
import { closeRun } from './closeRun';
import { takeOverdueExams } from './runRepository';

/** A whole bureau's exam ends at once: 200 a minute are 20 branches, and who looks meanwhile is served by the look itself. */
const EXAMS_PER_TICK = 200;

/** Hands in the exams of a bureau whose time is over while their phones are gone. Harmless when called twice or at once. */
export async function handInByClock(db: Kysely<Tables>, ports: Ports, tenantId: string): Promise<void> {
  const now = ports.clock.now();
  const before = new Date(now.getTime() - GRACE_SECONDS * 1000);
  await inTenant(db, tenantId, async (trx) => {
    const runs = await takeOverdueExams(trx, tenantId, { before, limit: EXAMS_PER_TICK });
    for (const run of runs) await closeRun(trx, tenantId, run, { by: 'clock', today: shanghaiDay(now) });
  });
}
