import { memberUseCase } from '../../operation';
import { mayOpenDesk, mayWrite, withdrawHat } from '../../policies/study';
import { addNotice } from '../../reminder/addNotice';
import { withdrawSeriesPieces } from './seriesRepository';
import { lockSeries, requireSeriesStep, settleSeries } from './settleSeries';

/**
 * Takes a series away with a reason: while it is being written by those who write it, later by whoever may take down a
 * piece. Its pieces go down with it; those that were out keep their days, so that marks made before still arrive.
 */
export const withdrawSeries = memberUseCase('study.withdrawSeries')({
  policy: mayOpenDesk,
  subject: lockSeries,
  subjectPolicy: (actor, series) =>
    series.state === 'draft' || series.state === 'returned'
      ? mayWrite(actor, series)
      : withdrawHat(actor, series),
  run: async (context, { version, reason }, series) => {
    requireSeriesStep(series, version, ['draft', 'submitted', 'returned', 'approved']);
    const { trx, actor, now } = context;
    const withdrawn = await settleSeries(context, series, { state: 'withdrawn', note: reason });
    await withdrawSeriesPieces(trx, actor.tenantId, series.id, { reason, now });
    if (series.authorId !== actor.memberId) {
      await addNotice(context, series.authorId, `系列《${series.title}》撤下了：${reason}`, {
        screen: 'deskPieces',
      });
    }
    return withdrawn;
  },
  auditSubject: ({ seriesId }) => ({ kind: 'series', id: seriesId }),
});
