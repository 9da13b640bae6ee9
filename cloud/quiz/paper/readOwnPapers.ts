import { memberUseCase } from '../../operation';
import { audienceOf } from '../../policies/audience';
import { anyMember } from '../../policies/membership';
import { ownPaperOf } from './paperOf';
import { findOwnPapers } from './paperRepository';

/** How long a closed paper stays in the list, in milliseconds: until the next month's theme day. */
const KEPT_MS = 30 * 86_400_000;

/** Papers on phones for the actor: waiting, open, or closed in the last 30 days. */
export const readOwnPapers = memberUseCase('quiz.readOwnPapers')({
  policy: anyMember,
  run: async ({ trx, actor, now }) => {
    const papers = await findOwnPapers(trx, actor, {
      organisationIds: audienceOf(actor),
      closedAfter: new Date(now.getTime() - KEPT_MS),
    });
    return { papers: papers.map((paper) => ownPaperOf(paper, now)) };
  },
});
