import { hatAt } from '../../../src/domain/roster/acts';
import { addNotice, type NoticeContext } from '../../reminder/addNotice';
import { findHolders } from '../../study/holderRepository';
import { findUntold, noteToldOf } from './figureRepository';

/** Enough of a stem to know it again. */
const STEM_LETTERS = 20;

/**
 * Tells those who keep a bank, in one notice, of the questions whose key is probably wrong: of each question once. Where
 * there is nobody to tell, whoever comes into the post is told then. Clerks (代录) are not told: they type for others.
 */
export async function tellOfWrongKeys(context: NoticeContext, today: string): Promise<void> {
  const { trx, actor } = context;
  const untold = await findUntold(trx, actor.tenantId);
  for (const organisationId of new Set(untold.map((one) => one.organisationId))) {
    const questions = untold.filter((one) => one.organisationId === organisationId);
    const [first] = questions;
    if (!first) continue;
    const holders = await findHolders(trx, actor.tenantId, [organisationId], today);
    const keepers = holders.filter(({ held }) => hatAt(held, 'quiz.keep', first) !== null);
    if (keepers.length === 0) continue;
    const text =
      questions.length === 1
        ? `题目“${short(first.stem)}”的答案可能不对，请核对`
        : `有 ${questions.length} 道题的答案可能不对，请核对`;
    const target = { screen: 'deskAnalysis' as const, query: { organisationId } };
    for (const { memberId } of keepers) await addNotice(context, memberId, text, target);
    await noteToldOf(
      trx,
      actor.tenantId,
      questions.map(({ questionId }) => questionId),
    );
  }
}

function short(stem: string): string {
  const letters = [...stem];
  return letters.length > STEM_LETTERS ? `${letters.slice(0, STEM_LETTERS).join('')}…` : stem;
}
