import { pickDailyFive } from '../../src/domain/quiz/pickDailyFive';
import { type Context, memberUseCase } from '../operation';
import { audienceOf } from '../policies/audience';
import { anyMember } from '../policies/membership';
import { gradedOf } from './gradedOf';
import { findCandidates, findSet, fixSet, type SetKey, type SetQuestion } from './quizRepository';

/**
 * The member's five questions of the day. The first look fixes them, so that
 * two phones show the same; a reload shows what was answered with its grading,
 * and of the rest neither key nor explanation nor source leaves the server
 * (product.md B4). A question retired meanwhile is no longer asked.
 */
export const readToday = memberUseCase('quiz.today')({
  policy: anyMember,
  run: async (context) => {
    const { actor } = context;
    const key = { tenantId: actor.tenantId, memberId: actor.memberId, day: actor.today };
    const questions = await findOrFixSet(context, key);
    return {
      day: key.day,
      questions: questions
        .filter((question) => question.state === 'reviewed' || question.answer !== null)
        .map((question) => offeredOf(question, key.day)),
    };
  },
});

async function findOrFixSet({ trx, actor }: Context, key: SetKey): Promise<SetQuestion[]> {
  const fixed = await findSet(trx, key);
  if (fixed.length > 0) return fixed;
  const candidates = await findCandidates(trx, key, audienceOf(actor));
  const picked = pickDailyFive(key.memberId, key.day, candidates);
  // An empty bank fixes nothing, so that questions reviewed this morning are still asked today.
  if (picked.length === 0) return [];
  await fixSet(trx, key, picked);
  return findSet(trx, key);
}

function offeredOf(question: SetQuestion, day: string) {
  const { id, type, stem, options, topic, demo, again } = question;
  return { id, type, stem, options, topic, demo, again, graded: gradedOf(question, day) };
}
