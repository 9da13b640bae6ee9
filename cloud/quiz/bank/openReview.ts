import { pickSample, sampleSize } from '../../../src/domain/quiz/bank/reviewSample';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { hasWrittenQuestion, questionReviewHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { findPlace } from '../../roster/placeRepository';
import { lockBank } from './questionRepository';
import { findBatchDrafts, findOpenReview, findReturnedSample, insertReview } from './reviewRepository';

/** Unpredictable for whoever wrote the batch. */
const SEED_BYTES = 16;

/**
 * Begins the review of a batch, or gives the one that is going on: others who review may go on with it. Seen are all
 * flagged drafts and a random sample of the rest: 20, or twice the last sample when one of that was given back. Refused:
 * `second_person_needed` (the reader has written all of it), `not_found` (nothing waits).
 */
export const openReview = memberUseCase('quiz.openReview')({
  policy: whoeverMay('quiz.review'),
  subject: ({ trx, actor }, { organisationId }) => findPlace(trx, actor.tenantId, organisationId),
  subjectPolicy: (actor, place) => questionReviewHat(actor, place),
  run: async ({ trx, actor, newId, ports }, batch) => {
    const { tenantId, memberId, today } = actor;
    await lockBank(trx, tenantId, batch.organisationId);
    const open = await findOpenReview(trx, tenantId, batch);
    const drafts = await findBatchDrafts(trx, tenantId, batch);
    if (open && drafts.length === 0) return { reviewId: open.id, version: open.version };
    if (drafts.length === 0) throw new AppError('not_found');
    if (drafts.every((draft) => hasWrittenQuestion(actor, draft))) throw new AppError('second_person_needed');
    if (open) return { reviewId: open.id, version: open.version };
    const flagged = drafts.filter((draft) => draft.flagged).map(({ id }) => id);
    const others = drafts.filter((draft) => !draft.flagged).map(({ id }) => id);
    const size = sampleSize(await findReturnedSample(trx, tenantId, batch));
    const sample = pickSample(others, size, ports.random.bytes(SEED_BYTES).toString('hex'));
    const inSample = new Set(sample);
    const reviewId = newId();
    await insertReview(trx, tenantId, {
      ...batch,
      id: reviewId,
      flagged,
      sample,
      rest: others.filter((id) => !inSample.has(id)),
      openedBy: memberId,
      openedOn: today,
    });
    return { reviewId, version: 1 };
  },
  auditSubject: (_input, { reviewId }) => ({ kind: 'questionReview', id: reviewId }),
});
