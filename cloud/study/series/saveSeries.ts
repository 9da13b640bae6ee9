import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { mayWrite } from '../../policies/study';
import { editedBy, lockSeries, requireSeriesStep, settleSeries } from './settleSeries';

/** Says what a draft series is called and what all its pieces rest on. */
export const saveSeries = memberUseCase('study.saveSeries')({
  policy: whoeverMay('study.write'),
  subject: lockSeries,
  subjectPolicy: (actor, series) => mayWrite(actor, series),
  run: async (context, { version, title, kind, topic, source }, series) => {
    requireSeriesStep(series, version, ['draft', 'returned']);
    return settleSeries(context, series, {
      about: { title, kind, topic, source },
      ...editedBy(context, series),
    });
  },
  auditSubject: ({ seriesId }) => ({ kind: 'series', id: seriesId }),
});
