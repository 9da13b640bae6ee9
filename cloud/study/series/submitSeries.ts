import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { mayWrite, scheduleHat } from '../../policies/study';
import { addNotice } from '../../reminder/addNotice';
import { findReviewers } from '../findReviewers';
import { daysOf } from './daysOf';
import { lockSeries, requireSeriesStep, settleSeries } from './settleSeries';

/**
 * Hands a series with its plan to the second person, who is told. Refused: `piece_incomplete` (no source named, or an
 * external original without its link), `no_days_for_plan` (people rest on all chosen weekdays).
 */
export const submitSeries = memberUseCase('study.submitSeries')({
  policy: whoeverMay('study.write'),
  subject: lockSeries,
  subjectPolicy: (actor, series) => mayWrite(actor, series),
  run: async (context, { version, from, weekdays }, series) => {
    requireSeriesStep(series, version, ['draft', 'returned']);
    const { source, kind } = series;
    if (!source || (kind === 'external' && source.url === null)) throw new AppError('piece_incomplete');
    const { days } = await daysOf(context, series, { from, weekdays }, series.pieceCount);
    if (days.length < series.pieceCount) throw new AppError('no_days_for_plan');
    const decided = scheduleHat(context.actor, series) !== null;
    const submitted = await settleSeries(context, series, {
      state: 'submitted',
      plan: { from, weekdays, decided },
    });
    for (const reviewerId of await findReviewers(context, series)) {
      await addNotice(context, reviewerId, `系列《${series.title}》（${series.pieceCount} 篇）等您审核`, {
        screen: 'deskSeries',
        query: { seriesId: series.id },
      });
    }
    return submitted;
  },
  auditSubject: ({ seriesId }) => ({ kind: 'series', id: seriesId }),
});
