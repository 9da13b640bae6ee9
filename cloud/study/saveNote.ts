import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { deleteNote, upsertNote } from './ownRepository';
import { readerOf } from './reader';

/** 记一句: the member's own note on a piece, one each, for the member alone; an empty text takes it away. */
export const saveNote = memberUseCase('study.saveNote')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { pieceId, text }) => {
    if (text === '') await deleteNote(trx, actor, pieceId);
    else if (!(await upsertNote(trx, readerOf(actor, now), { pieceId, text, day: actor.today }))) {
      throw new AppError('not_found');
    }
    return { text };
  },
});
