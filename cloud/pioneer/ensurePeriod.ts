import { halfYearOf } from '../../src/domain/pioneer/halfYear';
import type { Context } from '../operation';
import {
  closePeriodFrom,
  findPeriodOf,
  findSchemeInForce,
  insertPeriod,
  isIndexEnabled,
  type ScorePeriod,
} from './pioneerRepository';

/** What of a context the periods need, so that `tick` can call without an actor. */
export type PeriodContext = Pick<Context, 'trx' | 'now' | 'newId'> & { actor: { tenantId: string } };

/**
 * The period of the half-year that contains `day`, opened now when it is
 * missing. Null, and nothing written, while the index is switched off or no
 * scheme was in force that day.
 */
export async function ensurePeriod(context: PeriodContext, day: string): Promise<ScorePeriod | null> {
  const { trx, actor, now } = context;
  if (!(await isIndexEnabled(trx, actor.tenantId))) return null;
  const found = await findPeriodOf(trx, actor.tenantId, day);
  if (found) return found;
  const schemeId = await findSchemeInForce(trx, actor.tenantId, day);
  if (!schemeId) return null;
  await insertPeriod(trx, actor.tenantId, {
    id: context.newId(),
    schemeId,
    openedAt: now,
    ...halfYearOf(day),
  });
  return findPeriodOf(trx, actor.tenantId, day);
}

/**
 * Closes the period of the half-year that contains `day`: no record signed
 * later makes an entry in it. Closing twice, or what does not exist, changes nothing.
 */
export async function closePeriod({ trx, actor, now }: PeriodContext, day: string): Promise<void> {
  await closePeriodFrom(trx, actor.tenantId, halfYearOf(day).startsOn, now);
}
