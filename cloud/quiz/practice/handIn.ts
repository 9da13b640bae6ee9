import { isPastGrace } from '../../../src/domain/quiz/practice/examClock';
import { isExam } from '../../../src/domain/quiz/practice/modes';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { anyMember } from '../../policies/membership';
import { closeRun } from './closeRun';
import { runReply } from './runReply';
import { findRun } from './runRepository';

/**
 * Hands in one of the member's own exams: what was answered in time is graded, and nothing can be changed any more. A
 * repeat gives the same result. Refused: `not_found`; `nothing_to_hand_in` for practice, which is graded answer by answer.
 */
export const handIn = memberUseCase('quiz.handIn')({
  policy: anyMember,
  run: async (context, { runId }) => {
    const { trx, actor, now } = context;
    const run = await findRun(trx, actor, runId, { lock: true });
    if (!run) throw new AppError('not_found');
    if (!isExam(run.mode)) throw new AppError('nothing_to_hand_in');
    if (!run.handedIn) {
      const by = run.deadlineAt && isPastGrace(run.deadlineAt, now) ? 'clock' : 'person';
      await closeRun(trx, actor.tenantId, run, { by, today: actor.today });
    }
    return { run: await runReply(context, { ...run, handedIn: true }) };
  },
});
