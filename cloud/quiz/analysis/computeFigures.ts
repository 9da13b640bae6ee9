import type { Kysely } from 'kysely';
import { shanghaiDay, shanghaiTime } from '../../../src/domain/calendar/shanghai';
import type { Tables } from '../../database/tables';
import { inTenant } from '../../database/tenantTransaction';
import { newId } from '../../ports/newId';
import type { Ports } from '../../ports/ports';
import type { Counting } from '../firstAnswerRepository';
import { takeNight } from './figureRepository';
import { renewFigures } from './renewFigures';

/** Exams that were begun before midnight are graded by then (three hours at most), and nobody waits for the database. */
const FROM = '04:00';
/** A night that was cut off is tried again after an hour, not every minute. */
const NEXT_TRY_MS = 3_600_000;
/** The longest statement; the tick's function has a minute (cloudbaserc.json). */
const LONGEST_STATEMENT_MS = 40_000;

/**
 * Computes a bureau's shares and figures from the answers of all days before today, once a day from four in the morning
 * (Shanghai) on, and tells the keepers of questions whose key is probably wrong. A figure is replaced only when
 * `mayReplace` allows. One transaction: cut off anywhere, the figures before stand. A step of the tick, harmless twice
 * and at once.
 */
export async function computeFigures(db: Kysely<Tables>, ports: Ports, tenantId: string): Promise<void> {
  const now = ports.clock.now();
  if (shanghaiTime(now) < FROM) return;
  const counting: Counting = { tenantId, today: shanghaiDay(now), now };
  const nextTryAt = new Date(now.getTime() + NEXT_TRY_MS);
  // Committed by itself, so that whoever is cut off does not begin anew at the next tick.
  if (!(await inTenant(db, tenantId, (trx) => takeNight(trx, counting, nextTryAt)))) return;
  const context = { now, newId: () => newId(ports.clock, ports.random), actor: { tenantId } };
  await inTenant(db, tenantId, (trx) => renewFigures({ ...context, trx }, counting.today), {
    statementTimeoutMs: LONGEST_STATEMENT_MS,
  });
}
