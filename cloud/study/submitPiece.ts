import { isComplete } from '../../src/domain/study/isComplete';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { mayWrite } from '../policies/study';
import { maySupply } from '../policies/supply';
import { remind } from '../reminder/remind';
import { findPiece } from './deskRepository';
import { findReviewers } from './findReviewers';
import { reviewSubject } from './isReviewWaiting';
import { judgeText } from './judgeText';
import { requireStep, settlePiece } from './settlePiece';

/**
 * Hands a draft or a returned piece to the second person; whoever can be that is told once. Refused:
 * `piece_incomplete` without title, text or source.
 */
export const submitPiece = memberUseCase('study.submit')({
  policy: maySupply,
  subject: ({ trx, actor }, { pieceId }) => findPiece(trx, actor.tenantId, pieceId),
  subjectPolicy: (actor, piece) => mayWrite(actor, piece),
  run: async (context, { version }, piece) => {
    requireStep(piece, version, ['draft', 'returned']);
    if (!isComplete(piece)) throw new AppError('piece_incomplete');
    const submitted = await settlePiece(context, piece, { state: 'submitted' });
    await judgeText(context, submitted, piece);
    for (const memberId of await findReviewers(context, piece)) {
      await remind(context, {
        kind: 'review',
        memberId,
        subject: reviewSubject(piece.id, submitted.version),
        title: piece.title,
        text: `《${piece.title}》等您审核`,
        dueAt: context.now,
        target: { screen: 'deskPieceReview', query: { pieceId: piece.id } },
      });
    }
    return submitted;
  },
  auditSubject: ({ pieceId }) => ({ kind: 'piece', id: pieceId }),
});
