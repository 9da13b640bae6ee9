import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { isSecondPerson, reviewHat } from '../../policies/study';
import { findPiece } from '../deskRepository';
import { requireStep, settlePiece } from '../settlePiece';
import { findAwaited } from './lawRepository';

/**
 * A second person has compared an approved piece with the new version of what it rests on: the source names that
 * version and today as 核对日期, and the approval stays. What does not hold any more is withdrawn (`study.withdraw`) or
 * taken back (`study.reopen`). Refused: `second_person_needed`, `conflict`, `wrong_state` (waits for no check),
 * `law_version_older` (a version from before the change), `bad_input` (a day to come).
 */
export const settleLawCheck = memberUseCase('study.settleLawCheck')({
  policy: whoeverMay('study.review'),
  subject: ({ trx, actor }, { pieceId }) => findPiece(trx, actor.tenantId, pieceId),
  subjectPolicy: (actor, piece) => reviewHat(actor, piece),
  run: async (context, { version, versionOn }, piece) => {
    const { trx, actor } = context;
    if (!isSecondPerson(actor, piece)) throw new AppError('second_person_needed');
    requireStep(piece, version, ['approved']);
    const awaited = await findAwaited(trx, actor.tenantId, piece.id);
    if (!awaited || !piece.source) throw new AppError('wrong_state');
    if (versionOn < awaited.since) throw new AppError('law_version_older');
    if (versionOn > actor.today) throw new AppError('bad_input', 'versionOn');
    return settlePiece(context, piece, {
      source: { ...piece.source, versionOn, checkedOn: actor.today },
      lawChangeId: null,
    });
  },
  auditSubject: ({ pieceId }) => ({ kind: 'piece', id: pieceId }),
});
