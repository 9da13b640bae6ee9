import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { questionReviewHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { sealWithRelated } from '../sealRepository';
import { awaitLawChecks } from './awaitLawChecks';
import { lockBank } from './questionRepository';
import { isSampleReturned, reviewInHand } from './reviewReply';
import {
  closeReviewRow,
  findReview,
  giveBack,
  lockDrafts,
  passEach,
  passSampled,
  retireReplaced,
} from './reviewRepository';

/**
 * Carries out a review: what passed is in use with whoever judged it as its second person, a correction retires what it
 * replaces, what was given back waits for its keeper, and the rest passes with the sample (抽审) unless one of the sample
 * was given back. What was touched meanwhile, or written by whoever closes, is left for another review. Refused:
 * `review_unfinished`, `conflict`, `wrong_state`.
 */
export const closeReview = memberUseCase('quiz.closeReview')({
  policy: whoeverMay('quiz.review'),
  subject: ({ trx, actor }, { reviewId }) => findReview(trx, actor.tenantId, reviewId, { lock: true }),
  subjectPolicy: (actor, review) => questionReviewHat(actor, review),
  run: async (context, { version }, review) => {
    const { trx, actor, now } = context;
    const { tenantId, memberId, today } = actor;
    if (review.version !== version) throw new AppError('conflict');
    if (review.state !== 'open') throw new AppError('wrong_state');
    await lockBank(trx, tenantId, review.organisationId);
    await lockDrafts(trx, tenantId, [...review.flagged, ...review.sample, ...review.rest]);
    const inHand = await reviewInHand(context, review);
    const said = inHand.toSee.map((id) => inHand.verdicts.get(id));
    if (said.some((one) => one === undefined)) throw new AppError('review_unfinished');
    const passed = said.filter((one) => one?.verdict === 'pass').filter((one) => one !== undefined);
    const returned = said.filter((one) => one?.verdict === 'return').filter((one) => one !== undefined);

    const state = isSampleReturned(inHand) ? 'returned' : 'passed';
    const each = await passEach(trx, tenantId, passed);
    const sampled =
      state === 'passed'
        ? await passSampled(trx, tenantId, { questionIds: review.rest, reviewerId: memberId })
        : [];
    await giveBack(trx, tenantId, returned);
    await retireReplaced(trx, tenantId, [...each, ...sampled]);
    await awaitLawChecks(context, [...each, ...sampled]);
    await sealWithRelated(trx, tenantId, [...each, ...sampled], now);
    await closeReviewRow(trx, tenantId, review.id, { state, by: memberId, on: today });
    return {
      state,
      passed: each.length,
      sampled: sampled.length,
      returned: returned.length,
      left: review.rest.length - sampled.length,
    };
  },
  auditSubject: ({ reviewId }) => ({ kind: 'questionReview', id: reviewId }),
});
