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
import { findTextFinding } from './textCheckRepository';

/** A piece with everything on it, keys included, for those who write, review or schedule it; what they may do now comes along. */
export const readDraft = memberUseCase('study.draft')({
  policy: mayOpenDesk,
  subject: ({ trx, actor }, { pieceId }) => findPiece(trx, actor.tenantId, pieceId),
  subjectPolicy: (actor, piece) => maySeeOnDesk(actor, piece),
  run: async ({ trx, actor }, _input, piece) => {
    const { organisationId, kind, topic, blocks, source, checks, state } = piece;
    return {
      ...deskPieceOf(actor, piece),
      organisationId,
      kind,
      topic,
      blocks,
      source,
      checks,
      // Only for the text that was checked: whoever writes on it again sees it without.
      textCheck: state === 'draft' ? null : await findTextFinding(trx, actor.tenantId, piece.id),
      mayWrite: (state === 'draft' || state === 'returned') && Boolean(mayWrite(actor, piece)),
      mayReview: state === 'submitted' && isSecondPerson(actor, piece) && reviewHat(actor, piece) !== null,
      maySchedule: scheduleHat(actor, piece) !== null,
    };
  },
});
