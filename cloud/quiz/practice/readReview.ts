import { memberUseCase } from '../../operation';
import { anyMember } from '../../policies/membership';
import { findReviewSetting } from './reviewRepository';

/** How many questions the member wants to repeat in a day. */
export const readReview = memberUseCase('quiz.readReview')({
  policy: anyMember,
  run: ({ trx, actor }) => findReviewSetting(trx, actor),
});
