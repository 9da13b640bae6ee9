import { memberUseCase } from '../../operation';
import { anyMember } from '../../policies/membership';
import { openRun } from './startRun';

/**
 * The member's five questions of the day. The first look fixes them, so that
 * two phones show the same; a reload shows what was answered with its grading,
 * and of the rest neither key nor explanation nor source leaves the server
 * (product.md B4). A question retired meanwhile is no longer asked.
 */
export const readToday = memberUseCase('quiz.today')({
  policy: anyMember,
  run: async (context) => {
    const day = context.actor.today;
    const run = await openRun(context, 'dailyFive', day);
    return { day, runId: run?.id ?? null, questions: run?.questions ?? [] };
  },
});
