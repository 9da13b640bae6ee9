import { isComplete } from '../../src/domain/study/isComplete';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayWrite } from '../policies/study';
import { findPiece } from './deskRepository';
import { requireStep, settlePiece } from './settlePiece';

/** Hands a draft or a returned piece to the second person; `piece_incomplete` without title, text or source. */
export const submitPiece = memberUseCase('study.submit')({
  policy: whoeverMay('study.write'),
  subject: ({ trx, actor }, { pieceId }) => findPiece(trx, actor.tenantId, pieceId),
  subjectPolicy: (actor, piece) => mayWrite(actor, piece),
  run: async (context, { version }, piece) => {
    requireStep(piece, version, ['draft', 'returned']);
    if (!isComplete(piece)) throw new AppError('piece_incomplete');
    return settlePiece(context, piece, { state: 'submitted' });
  },
  auditSubject: ({ pieceId }) => ({ kind: 'piece', id: pieceId }),
});
