import { bordersOf } from '../../../src/domain/study/series/bordersOf';
import { editCuts } from '../../../src/domain/study/series/editCuts';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { mayWrite } from '../../policies/study';
import { cutSeriesText } from './cutSeriesText';
import { editedBy, lockSeries, requireSeriesStep, settleSeries } from './settleSeries';

/**
 * Moves a border of a draft, joins or splits pieces, gives one a title, or takes all borders as proposed. Refused:
 * `bad_input` (no such piece, no border there), `piece_too_long`.
 */
export const cutSeries = memberUseCase('study.cutSeries')({
  policy: whoeverMay('study.write'),
  subject: lockSeries,
  subjectPolicy: (actor, series) => mayWrite(actor, series),
  run: async (context, { version, change }, series) => {
    requireSeriesStep(series, version, ['draft', 'returned']);
    const edited =
      change.kind === 'anew'
        ? { ok: true as const, cuts: cutSeriesText(series.text) }
        : editCuts(bordersOf(series.text), series.cuts, change);
    if (!edited.ok) {
      throw edited.why === 'tooLong' ? new AppError('piece_too_long') : new AppError('bad_input', 'change');
    }
    return settleSeries(context, series, { cuts: edited.cuts, ...editedBy(context, series) });
  },
  auditSubject: ({ seriesId }) => ({ kind: 'series', id: seriesId }),
});
