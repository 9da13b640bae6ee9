import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { bureauReviewHat } from '../../policies/study';
import { listPlaces } from '../../roster/placeRepository';
import { lawParts } from './lawParts';
import { findChangesOf, findLawChange, lockLaw, takeBackLawChange } from './lawRepository';

/**
 * Takes back a law that was marked by mistake: it is listed no more, and what waits for its check because of it waits
 * for an earlier change of the same law that stands, or no longer. What was settled or taken down meanwhile stays so:
 * somebody has decided on it. Refused: `conflict` (taken back or marked again by somebody else).
 */
export const takeBackLaw = memberUseCase('study.takeBackLaw')({
  policy: whoeverMay('study.review'),
  subject: async ({ trx, actor }, { changeId }) => {
    const change = await findLawChange(trx, actor.tenantId, changeId);
    return change && { change, places: await listPlaces(trx, actor.tenantId) };
  },
  subjectPolicy: (actor, { places }) => bureauReviewHat(actor, places),
  refusal: 'not_allowed',
  run: async (context, { changeId, version }, { change }) => {
    const { trx, actor, now } = context;
    const { tenantId, memberId } = actor;
    await lockLaw(trx, tenantId, change.key);
    if (!(await takeBackLawChange(trx, { tenantId, changeId, version }, { memberId, now }))) {
      throw new AppError('conflict');
    }
    const others = await findChangesOf(trx, tenantId, change.key);
    let released = 0;
    for (const part of lawParts) released += await part.takeBack(context, change, others);
    return { changeId, released };
  },
  auditSubject: ({ changeId }) => ({ kind: 'law', id: changeId }),
});
