import type { Context } from '../../operation';
import { addNotice } from '../../reminder/addNotice';
import { findReviewers } from '../../study/findReviewers';

/** Tells those who can be the second person of the organisation's questions one sentence, which leads to `screen`. */
export async function tellReviewers(
  context: Context,
  { organisationId, organisationPath }: { organisationId: string; organisationPath: string },
  text: string,
  screen: 'deskBank' | 'deskBankReview',
): Promise<void> {
  const place = { organisationId, organisationPath, authorId: context.actor.memberId, editorIds: [] };
  for (const reviewerId of await findReviewers(context, place, 'quiz.review'))
    await addNotice(context, reviewerId, text, { screen });
}
