import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { changeTurn, findOwnLectures } from './lectureRepository';
import { requireComing, turnSubject } from './turnSubject';

/**
 * The speaker lays down what the turn is about: some words, and a piece of the kind micro-lecture of the own writing.
 * `bad_input` for another piece. Nobody else changes it.
 */
export const attachMaterial = memberUseCase('lecture.attach')({
  policy: anyMember,
  subject: turnSubject,
  subjectPolicy: (actor, turn) => turn.speakerId === actor.memberId,
  run: async ({ trx, actor }, { version, outline, pieceId }, turn) => {
    requireComing(turn, version, actor.today);
    if (pieceId !== null && pieceId !== turn.pieceId) {
      const own = await findOwnLectures(trx, actor.tenantId, actor.memberId);
      if (!own.some((piece) => piece.id === pieceId)) throw new AppError('bad_input', 'pieceId');
    }
    const next = await changeTurn(trx, actor.tenantId, turn.id, { outline, piece_id: pieceId });
    return { turnId: turn.id, version: next };
  },
  auditSubject: ({ turnId }) => ({ kind: 'lectureTurn', id: turnId }),
});
