import { type Act, hatAt } from '../../src/domain/roster/acts';
import type { Context } from '../operation';
import type { JudgedPiece } from '../policies/study';
import { findHolders } from './holderRepository';

/**
 * Who can be the second person of a piece or series (or, with its `act`, of anything else that is reviewed): whoever reviews in its own organisation and has not written on it,
 * or, where that is nobody (a branch with one officer), whoever reviews from above.
 */
export async function findReviewers(
  { trx, actor }: Pick<Context, 'trx' | 'actor'>,
  piece: Omit<JudgedPiece, 'state'>,
  act: Act = 'study.review',
): Promise<string[]> {
  const above = piece.organisationPath.split('/').filter(Boolean);
  const holders = await findHolders(trx, actor.tenantId, above, actor.today);
  const reviewers = holders.filter(
    ({ memberId, held }) =>
      hatAt(held, act, piece) !== null &&
      memberId !== piece.authorId &&
      memberId !== actor.memberId &&
      !piece.editorIds.includes(memberId),
  );
  const isOwn = ({ held }: (typeof holders)[number]) =>
    held.some((one) => one.organisationId === piece.organisationId && hatAt([one], act, piece));
  const own = reviewers.filter(isOwn);
  return (own.length > 0 ? own : reviewers).map(({ memberId }) => memberId);
}
