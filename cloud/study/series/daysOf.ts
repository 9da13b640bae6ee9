import { isYearKnown } from '../../../src/domain/calendar/workdays';
import { layOut, type SeriesPlan } from '../../../src/domain/study/series/layOut';
import { loadEdits } from '../../calendar/loadEdits';
import type { Context } from '../../operation';
import { findTakenDays, type KeptSeries } from './seriesRepository';

/** A plan may reach ten years ahead (domain/study/series/layOut). */
const YEARS_AHEAD = 10;

/**
 * The days that a plan gives to `count` pieces of the series now: free working days that still lie ahead. Fewer than
 * `count` when the plan's weekdays are days on which people rest. `known`: every year reached has its holidays.
 */
export async function daysOf(
  { trx, actor, now }: Pick<Context, 'trx' | 'actor' | 'now'>,
  series: Pick<KeptSeries, 'id' | 'organisationId'>,
  plan: SeriesPlan,
  count: number,
): Promise<{ days: string[]; known: boolean }> {
  const isPast = plan.from < actor.today;
  const from = isPast ? actor.today : plan.from;
  const year = Number(from.slice(0, 4));
  const edits = await loadEdits(trx, actor.tenantId, year, year + YEARS_AHEAD);
  const taken = await findTakenDays(trx, actor.tenantId, series.organisationId, {
    from,
    now,
    exceptSeriesId: series.id,
  });
  const days = layOut({ ...plan, from }, count, { taken, now, edits });
  const lastYear = Number((days[days.length - 1] ?? from).slice(0, 4));
  const years = Array.from({ length: lastYear - year + 1 }, (_, index) => year + index);
  return { days, known: years.every((one) => isYearKnown(one, edits)) };
}
