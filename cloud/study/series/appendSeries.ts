import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { mayWrite } from '../../policies/study';
import { cutSeriesText, keepable } from './cutSeriesText';
import { editedBy, lockSeries, requireSeriesStep, settleSeries } from './settleSeries';

/** Adds the next part of a long text to a draft and cuts it anew; own borders are proposed again. */
export const appendSeries = memberUseCase('study.appendSeries')({
  policy: whoeverMay('study.write'),
  subject: lockSeries,
  subjectPolicy: (actor, series) => mayWrite(actor, series),
  run: async (context, { version, text }, series) => {
    requireSeriesStep(series, version, ['draft']);
    const whole = series.text + keepable(text);
    return settleSeries(context, series, {
      text: whole,
      cuts: cutSeriesText(whole),
      ...editedBy(context, series),
    });
  },
  auditSubject: ({ seriesId }) => ({ kind: 'series', id: seriesId }),
});
