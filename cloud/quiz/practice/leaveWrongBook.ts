import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { anyMember } from '../../policies/membership';
import { takeOutOfWrongBook } from './reviewRepository';

/** Takes a question out of the own wrong book; its review goes on as it would. Refused: `not_found` when the member never answered it. */
export const leaveWrongBook = memberUseCase('quiz.leaveWrongBook')({
  policy: anyMember,
  run: async ({ trx, actor }, { questionId }) => {
    if (!(await takeOutOfWrongBook(trx, actor, questionId))) throw new AppError('not_found');
    return {};
  },
});
