import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { deleteBookmark, insertBookmark } from './ownRepository';
import { readerOf } from './reader';

/** 收藏: puts a piece aside for the member alone, or takes it off again; repeating gives the same reply. */
export const keepBookmark = memberUseCase('study.bookmark')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { pieceId, bookmarked }) => {
    if (!bookmarked) await deleteBookmark(trx, actor, pieceId);
    else if (!(await insertBookmark(trx, readerOf(actor, now), pieceId, actor.today))) {
      throw new AppError('not_found');
    }
    return { bookmarked };
  },
});
