import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { pieceOf } from './pieceOf';
import { readerOf } from './reader';
import { findPublished } from './readingRepository';

/** One published piece; what is not published, withdrawn or another branch's is `not_found`. */
export const readPiece = memberUseCase('study.piece')({
  policy: anyMember,
  run: async (context, { pieceId }) => {
    const { trx, actor, now } = context;
    const piece = await findPublished(trx, readerOf(actor, now), pieceId);
    if (!piece) throw new AppError('not_found');
    return { piece: pieceOf(context, piece) };
  },
});
