import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { anyMember } from '../../policies/membership';
import { summaryOf } from '../pieceOf';
import { readerOf } from '../reader';
import { findSeriesForReader } from './seriesReadingRepository';

/** The published pieces of a series in order; one of which nothing is out, or another branch's, is `not_found`. */
export const readSeries = memberUseCase('study.series')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { seriesId }) => {
    const series = await findSeriesForReader(trx, readerOf(actor, now), seriesId);
    if (!series) throw new AppError('not_found');
    const { title, pieceCount, pieces } = series;
    return {
      id: seriesId,
      title,
      pieceCount,
      pieces: pieces.map((piece) => ({ ...summaryOf(piece), position: piece.position })),
      finished: pieces.length === pieceCount && pieces.every((piece) => piece.stamped),
    };
  },
});
