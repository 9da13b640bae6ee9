import { memberUseCase } from '../../operation';
import { questionReviewHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { listPlaces } from '../../roster/placeRepository';
import { titleOf } from './reviewReply';
import { findWaitingBatches } from './reviewRepository';

/** Batches that wait where the reader reviews. */
export const readReviewQueue = memberUseCase('quiz.readReviewQueue')({
  policy: whoeverMay('quiz.review'),
  run: async ({ trx, actor }) => {
    const { tenantId, memberId } = actor;
    const places = (await listPlaces(trx, tenantId)).filter((place) => questionReviewHat(actor, place));
    const names = new Map(places.map(({ organisationId, name }) => [organisationId, name]));
    const batches = await findWaitingBatches(trx, tenantId, { organisationIds: [...names.keys()], memberId });
    return {
      batches: batches.map(({ files, ...batch }) => ({
        ...batch,
        organisationName: names.get(batch.organisationId) ?? '',
        title: titleOf(files),
      })),
    };
  },
});
