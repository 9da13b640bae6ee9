import { isPublished } from '../../src/domain/study/publishing';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { scheduleHat } from '../policies/study';
import { findPiece } from './deskRepository';
import { requirePublishDay, requireStep, settlePiece } from './settlePiece';

/**
 * Lays an approved piece on a working day, or on another one as long as it is not published. Refused: `day_in_past`
 * (today from 07:30 on), `not_a_workday`, `day_taken`, `wrong_state`.
 */
export const schedulePiece = memberUseCase('study.schedule')({
  policy: whoeverMay('study.schedule'),
  subject: ({ trx, actor }, { pieceId }) => findPiece(trx, actor.tenantId, pieceId),
  subjectPolicy: (actor, piece) => scheduleHat(actor, piece),
  run: async (context, { version, publishOn }, piece) => {
    requireStep(piece, version, ['approved']);
    if (isPublished(piece.publishAt, context.now)) throw new AppError('wrong_state');
    await requirePublishDay(context, publishOn);
    return settlePiece(context, piece, { publishOn });
  },
  auditSubject: ({ pieceId }) => ({ kind: 'piece', id: pieceId }),
});
