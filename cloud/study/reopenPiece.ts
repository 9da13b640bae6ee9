import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayWrite } from '../policies/study';
import { findPiece } from './deskRepository';
import { requireStep, settlePiece } from './settlePiece';

/**
 * Takes one approved piece back to be changed, alone of its series: nobody reads it until a second person has approved
 * it again. It keeps its day in mind, and gets it back when that is still free.
 */
export const reopenPiece = memberUseCase('study.reopen')({
  policy: whoeverMay('study.write'),
  subject: ({ trx, actor }, { pieceId }) => findPiece(trx, actor.tenantId, pieceId),
  subjectPolicy: (actor, piece) => mayWrite(actor, piece),
  run: async (context, { version }, piece) => {
    requireStep(piece, version, ['approved']);
    return settlePiece(context, piece, { state: 'returned', note: null });
  },
  auditSubject: ({ pieceId }) => ({ kind: 'piece', id: pieceId }),
});
