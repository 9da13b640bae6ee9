import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { deleteMark } from './markRepository';

/** Takes the member's own mark off a piece; without a mark nothing changes, and nothing tells whether the piece exists. */
export const unmarkPiece = memberUseCase('study.unmark')({
  policy: anyMember,
  run: async ({ trx, actor }, { pieceId }) => ({
    stampedThisMonth: await deleteMark(trx, actor, pieceId, actor.today.slice(0, 7)),
  }),
});
