import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { isSecondPerson, reviewHat } from '../../policies/study';
import { lockPiecesToSettle, settleChecks } from './lawRepository';

/**
 * A second person has compared approved pieces with the new version of what they rest on: each source names that
 * version and today as 核对日期, and the approvals stay; the audit has a row for each. What does not hold any more is
 * withdrawn (`study.withdraw`) or taken back (`study.reopen`). All or none. Refused: `second_person_needed`,
 * `conflict`, `wrong_state` (one waits for no check), `law_version_older` (a version from before a change),
 * `bad_input` (a day to come).
 */
export const settleLawChecks = memberUseCase('study.settleLawChecks')({
  policy: whoeverMay('study.review'),
  subject: async ({ trx, actor }, { pieces }) => {
    const ids = pieces.map((piece) => piece.id);
    const found = await lockPiecesToSettle(trx, actor.tenantId, ids);
    return found.length === ids.length ? found : null;
  },
  subjectPolicy: (actor, pieces) => pieces.every((piece) => reviewHat(actor, piece) !== null),
  run: async ({ trx, actor, now }, { versionOn, pieces: seen }, pieces) => {
    const { tenantId, today } = actor;
    if (!pieces.every((piece) => isSecondPerson(actor, piece))) throw new AppError('second_person_needed');
    const versions = new Map(seen.map((piece) => [piece.id, piece.version]));
    if (pieces.some((piece) => piece.version !== versions.get(piece.id))) throw new AppError('conflict');
    for (const { state, since } of pieces) {
      if (state !== 'approved' || since === null) throw new AppError('wrong_state');
      if (versionOn < since) throw new AppError('law_version_older');
    }
    if (versionOn > today) throw new AppError('bad_input', 'versionOn');
    const pieceIds = pieces.map((piece) => piece.id);
    await settleChecks(trx, tenantId, { pieceIds, versionOn, today }, now);
    return { settled: pieces.length };
  },
  auditEach: (actor, pieces) =>
    pieces.map((piece) => ({ kind: 'piece', id: piece.id, hat: reviewHat(actor, piece) })),
});
