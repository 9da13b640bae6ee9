import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { anyMember } from '../../policies/membership';
import { runReply } from './runReply';
import { findRun } from './runRepository';
import { settleExam } from './settleExam';

/** One of the member's own sets, to go on with or to look at again; an exam whose time is over is handed in by this. Refused: `not_found`. */
export const readRun = memberUseCase('quiz.readRun')({
  policy: anyMember,
  run: async (context, { runId }) => {
    const run = await findRun(context.trx, context.actor, runId);
    if (!run) throw new AppError('not_found');
    return { run: await runReply(context, await settleExam(context, run)) };
  },
});
