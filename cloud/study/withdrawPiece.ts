import { isPublished } from '../../src/domain/study/publishing';
import { memberUseCase } from '../operation';
import { mayOpenDesk, withdrawHat } from '../policies/study';
import { addNotice } from '../reminder/addNotice';
import { findPiece } from './deskRepository';
import { requireStep, settlePiece } from './settlePiece';

/**
 * Takes an approved piece down with a reason; nobody can read it any more. One that was published keeps its day, so
 * that marks made on it before still arrive; one that was not gives its day back and never counts as published.
 */
export const withdrawPiece = memberUseCase('study.withdraw')({
  policy: mayOpenDesk,
  subject: ({ trx, actor }, { pieceId }) => findPiece(trx, actor.tenantId, pieceId),
  subjectPolicy: (actor, piece) => withdrawHat(actor, piece),
  run: async (context, { version, reason }, piece) => {
    requireStep(piece, version, ['approved']);
    const withdrawn = await settlePiece(context, piece, {
      state: 'withdrawn',
      note: reason,
      ...(isPublished(piece.publishAt, context.now) ? {} : { publishOn: null }),
    });
    if (piece.authorId !== context.actor.memberId) {
      await addNotice(context, piece.authorId, `《${piece.title}》撤下了：${reason}`, {
        screen: 'deskPieces',
      });
    }
    return withdrawn;
  },
  auditSubject: ({ pieceId }) => ({ kind: 'piece', id: pieceId }),
});
