import { memberUseCase } from '../operation';
import {
  isSecondPerson,
  mayOpenDesk,
  maySeeOnDesk,
  mayWrite,
  reviewHat,
  scheduleHat,
} from '../policies/study';
import { deskPieceOf } from './deskPieceOf';
import { findPiece } from './deskRepository';

/** A piece with everything on it, keys included, for those who write, review or schedule it; what they may do now comes along. */
export const readDraft = memberUseCase('study.draft')({
  policy: mayOpenDesk,
  subject: ({ trx, actor }, { pieceId }) => findPiece(trx, actor.tenantId, pieceId),
  subjectPolicy: (actor, piece) => maySeeOnDesk(actor, piece),
  run: async ({ actor }, _input, piece) => {
    const { organisationId, kind, topic, blocks, source, checks, state } = piece;
    return {
      ...deskPieceOf(actor, piece),
      organisationId,
      kind,
      topic,
      blocks,
      source,
      checks,
      mayWrite: (state === 'draft' || state === 'returned') && Boolean(mayWrite(actor, piece)),
      mayReview: state === 'submitted' && isSecondPerson(actor, piece) && reviewHat(actor, piece) !== null,
      maySchedule: scheduleHat(actor, piece) !== null,
    };
  },
});
