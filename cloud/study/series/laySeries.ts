import { isPublished } from '../../../src/domain/study/publishing';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { scheduleHat } from '../../policies/study';
import { daysOf } from './daysOf';
import { clearDays, findSeriesPieces, layPieces } from './seriesRepository';
import { lockSeries, requireSeriesStep, settleSeries } from './settleSeries';

/**
 * Lays the approved pieces of a series that are not out yet on free working days from a day on, in their order. Refused:
 * `no_days_for_plan`, `day_taken` (somebody was faster), `wrong_state` (not approved).
 */
export const laySeries = memberUseCase('study.laySeries')({
  policy: whoeverMay('study.schedule'),
  subject: lockSeries,
  subjectPolicy: (actor, series) => scheduleHat(actor, series),
  run: async (context, { version, from, weekdays }, series) => {
    const { trx, actor, now } = context;
    requireSeriesStep(series, version, ['approved']);
    const pieces = await findSeriesPieces(trx, actor.tenantId, series.id);
    const ahead = pieces.filter(
      ({ state, publishAt }) => state === 'approved' && !isPublished(publishAt, now),
    );
    const { days } = await daysOf(context, series, { from, weekdays }, ahead.length);
    if (days.length < ahead.length) throw new AppError('no_days_for_plan');
    const settled = await settleSeries(context, series, { plan: { from, weekdays, decided: true } });
    if (ahead.length > 0) {
      await clearDays(
        trx,
        actor.tenantId,
        ahead.map((piece) => piece.id),
      );
      const laid = ahead.map(({ id }, index) => ({ id, publishOn: days[index] ?? '' }));
      await layPieces(trx, actor.tenantId, laid, now).catch((error: unknown) => {
        const { constraint } = error as { constraint?: unknown };
        throw constraint === 'piece_one_a_day' ? new AppError('day_taken') : error;
      });
    }
    return { ...settled, firstDay: days[0] ?? null, lastDay: days[days.length - 1] ?? null };
  },
  auditSubject: ({ seriesId }) => ({ kind: 'series', id: seriesId }),
});
