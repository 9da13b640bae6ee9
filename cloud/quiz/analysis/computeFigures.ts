import type { Kysely } from 'kysely';
import { shanghaiDay, shanghaiTime } from '../../../src/domain/calendar/shanghai';
import type { Tables } from '../../database/tables';
import { inTenant } from '../../database/tenantTransaction';
import { newId } from '../../ports/newId';
import type { Ports } from '../../ports/ports';
import type { Counting } from '../firstAnswerRepository';
import { takeNight } from './figureRepository';
import { inOneRun, renewFigures } from './renewFigures';

/** Exams that were begun before midnight are graded by then (three hours at most), and nobody waits for the database. */
const FROM = '04:00';
/** A run that was cut off is tried again after five minutes: by then the tick's function has ended, however it was cut. */
const NEXT_TRY_MS = 300_000;
/** The longest statement; the tick's function has a minute (cloudbaserc.json). */
const LONGEST_STATEMENT_MS = 40_000;
/** How long one run goes on; with what comes before and after it, less than the function's minute. */
const RUN_MS = 20_000;

/**
 * Computes a bureau's shares and figures from the answers of all days before today, once a day from four in the morning
 * (Shanghai) on, and tells the keepers of questions whose key is probably wrong. A figure is replaced only when
 * `mayReplace` allows. What takes longer than one run (about a third of a tick's minute, beside adding up what each member
 * was right at, which no run may keep for the next) goes on at the next tick. One transaction a run: cut off anywhere, the
 * figures before it stand, and the night goes on from there. A step of the tick, harmless twice and at once.
 */
export async function computeFigures(
  db: Kysely<Tables>,
  ports: Ports,
  tenantId: string,
  { ms = RUN_MS, answersAStep = inOneRun.answersAStep } = {},
): Promise<void> {
  const now = ports.clock.now();
  if (shanghaiTime(now) < FROM) return;
  const counting: Counting = { tenantId, today: shanghaiDay(now), now };
  const nextTryAt = new Date(now.getTime() + NEXT_TRY_MS);
  // Committed by itself, so that whoever is cut off does not begin anew at the next tick.
  const night = await inTenant(db, tenantId, (trx) => takeNight(trx, counting, nextTryAt));
  if (!night) return;
  const isOver = () => ports.clock.now().getTime() - now.getTime() >= ms;
  const run = { after: night.countedUpTo, answersAStep, isOver };
  const context = { now, newId: () => newId(ports.clock, ports.random), actor: { tenantId } };
  await inTenant(db, tenantId, (trx) => renewFigures({ ...context, trx }, counting.today, run), {
    statementTimeoutMs: LONGEST_STATEMENT_MS,
  });
}
