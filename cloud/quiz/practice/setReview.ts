import { memberUseCase } from '../../operation';
import { anyMember } from '../../policies/membership';
import { deleteUntouchedReview, saveReviewSetting } from './reviewRepository';

/** Sets how many questions the member wants to repeat in a day; a review of today that is not begun is put together anew. */
export const setReview = memberUseCase('quiz.setReview')({
  policy: anyMember,
  run: async ({ trx, actor }, setting) => {
    await saveReviewSetting(trx, actor, setting);
    await deleteUntouchedReview(trx, actor, actor.today);
    return {};
  },
});
