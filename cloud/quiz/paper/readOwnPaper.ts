import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { audienceOf } from '../../policies/audience';
import { anyMember } from '../../policies/membership';
import { ownPaperOf } from './paperOf';
import { findOwnPapers } from './paperRepository';

/** The cover of a paper that is meant for the actor; `not_found` for any other, a draft, and one that was taken back. */
export const readOwnPaper = memberUseCase('quiz.readOwnPaper')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { paperId }) => {
    const which = { organisationIds: audienceOf(actor), closedAfter: null, paperId };
    const [paper] = await findOwnPapers(trx, actor, which);
    if (!paper) throw new AppError('not_found');
    return { paper: ownPaperOf(paper, now) };
  },
});
