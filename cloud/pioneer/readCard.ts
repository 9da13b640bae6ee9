import type { Output } from '../../src/contract/operations';
import { hundredths } from '../../src/domain/pioneer/attendance';
import {
  explainDimension,
  explainLine,
  explainUncounted,
  nameClause,
} from '../../src/domain/pioneer/cardWords';
import { isIncluded } from '../../src/domain/pioneer/scheme';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { findLines, findTotals } from './ledgerRepository';
import { isIndexEnabled, listPeriods, type ScorePeriod } from './pioneerRepository';
import { findClasses, findUncounted } from './recordRepository';

type Card = Output<'pioneer.card'>;

const emptyCard: Card = {
  enabled: false,
  period: null,
  periods: [],
  scheme: null,
  total: null,
  dimensions: [],
  lines: [],
  pending: [],
};

/**
 * The actor's own score card of a period, the one of today by default. Nothing
 * in the input names a person, so nobody else's can be asked for.
 */
export const readCard = memberUseCase('pioneer.card')({
  policy: anyMember,
  run: async ({ trx, actor }, { periodId }) => {
    if (!(await isIndexEnabled(trx, actor.tenantId))) return emptyCard;
    const periods = await listPeriods(trx, actor.tenantId);
    const period = periodId
      ? periods.find((one) => one.id === periodId)
      : (periods.find((one) => one.startsOn <= actor.today && actor.today <= one.endsOn) ?? periods[0]);
    if (!period && periodId) throw new AppError('not_found');

    const totals = await findTotals(trx, actor.tenantId, actor.memberId);
    const totalOf = ({ id }: { id: string }) => {
      const own = totals.filter((one) => one.periodId === id);
      return own.length > 0 ? hundredths(own.reduce((sum, { points }) => sum + points, 0)) : null;
    };
    const card = {
      ...emptyCard,
      enabled: true,
      periods: periods.map((one) => ({ ...presentPeriod(one), total: totalOf(one) })),
    };
    if (!period) return card;

    const { scheme } = period;
    const hasEnded = period.endsOn < actor.today;
    const lastDay = hasEnded ? period.endsOn : actor.today;
    const classes = await findClasses(trx, actor.tenantId, actor.memberId, lastDay);
    const lines = await findLines(trx, actor.tenantId, actor.memberId, period.id);
    const uncounted = isIncluded(scheme, classes)
      ? await findUncounted(trx, actor.tenantId, actor.memberId, period)
      : [];
    return {
      ...card,
      period: presentPeriod(period),
      scheme: { name: scheme.name, version: scheme.version },
      total: totalOf(period),
      dimensions: scheme.dimensions.map((dimension) => ({
        code: dimension.code,
        name: dimension.name,
        max: dimension.max,
        points:
          totals.find((one) => one.periodId === period.id && one.dimension === dimension.code)?.points ??
          null,
        note: explainDimension(scheme, dimension, {
          classes,
          records: lines.filter((line) => line.dimension === dimension.code && line.reversesId === null)
            .length,
        }),
      })),
      lines: lines.map((line) => ({
        id: line.id,
        occurredOn: line.occurredOn,
        dimension: line.dimension,
        points: line.points,
        explanation: explainLine(
          scheme.items.find(({ code }) => code === line.itemCode),
          { ...line, title: line.sourceTitle },
        ),
        clause: nameClause(scheme, line.itemCode),
        source: { kind: 'meeting' as const, id: line.sourceId, title: line.sourceTitle },
        reverses: line.reversesId,
      })),
      pending: uncounted.map((meeting) => ({ title: meeting.title, note: explainUncounted(meeting) })),
    };
  },
});

function presentPeriod({ id, name, startsOn, endsOn, state }: ScorePeriod): NonNullable<Card['period']> {
  return { id, name, startsOn, endsOn, state };
}
