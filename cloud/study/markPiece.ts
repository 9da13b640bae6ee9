import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { insertMark } from './markRepository';
import { readerOf } from './reader';

/** 我学完了: the member's own private mark on a piece, kept on the piece's day; repeating gives the same reply. */
export const markPiece = memberUseCase('study.mark')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { pieceId }) => {
    const marked = await insertMark(trx, readerOf(actor, now), pieceId, actor.today.slice(0, 7));
    if (!marked) throw new AppError('not_found');
    return marked;
  },
});
