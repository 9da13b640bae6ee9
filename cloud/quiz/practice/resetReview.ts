import { memberUseCase } from '../../operation';
import { anyMember } from '../../policies/membership';
import { deleteCards, deleteUntouchedReview } from './reviewRepository';

/** Begins review from the start: every question is as if never answered, and the wrong book is empty. */
export const resetReview = memberUseCase('quiz.resetReview')({
  policy: anyMember,
  run: async ({ trx, actor }) => {
    await deleteCards(trx, actor);
    await deleteUntouchedReview(trx, actor, actor.today);
    return {};
  },
});
