import { paperStanding } from '../../../src/domain/quiz/paper/paperStanding';
import { deadlineOf } from '../../../src/domain/quiz/practice/examClock';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { audienceOf } from '../../policies/audience';
import { anyMember } from '../../policies/membership';
import { runReply } from '../practice/runReply';
import { findNewestRun, insertRun } from '../practice/runRepository';
import { settleExam } from '../practice/settleExam';
import { findOwnPapers, findPaperQuestions } from './paperRepository';

/**
 * Starts the actor's one attempt at an open paper, or gives it as it stands (also after the paper was closed). Two
 * phones at the same moment get the same attempt with the same deadline. Throws `not_found`, `paper_not_open` (nothing
 * of its questions is told), `paper_closed` when it was never started.
 */
export const startPaper = memberUseCase('quiz.startPaper')({
  policy: anyMember,
  run: async (context, { paperId }) => {
    const { trx, actor, now } = context;
    const which = { organisationIds: audienceOf(actor), closedAfter: null, paperId };
    const [cover] = await findOwnPapers(trx, actor, which);
    // Whoever begins holds the paper, so that nobody begins one that is being taken back.
    const [paper] = cover?.runId ? [cover] : await findOwnPapers(trx, actor, { ...which, lock: true });
    if (!paper) throw new AppError('not_found');
    const set = { mode: 'paper' as const, label: paperId };
    if (!paper.runId) {
      const standing = paperStanding(paper, now);
      if (standing === 'waiting') throw new AppError('paper_not_open');
      if (standing !== 'open' || !paper.closesAt) throw new AppError('paper_closed');
      const questions = await findPaperQuestions(trx, actor.tenantId, paperId, {
        today: actor.today,
        now,
      });
      await insertRun(trx, actor.tenantId, {
        id: context.newId(),
        memberId: actor.memberId,
        ...set,
        attempt: 1,
        questionIds: questions.map((one) => one.questionId),
        openedOn: actor.today,
        deadlineAt: paper.minutes === null ? paper.closesAt : deadlineOf(now, paper.minutes, paper.closesAt),
      });
    }
    const run = await findNewestRun(trx, actor, set);
    if (!run) throw new Error('an attempt that was just started is gone');
    return { run: await runReply(context, await settleExam(context, run)) };
  },
});
