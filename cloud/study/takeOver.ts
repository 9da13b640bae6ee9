import type { Context } from '../operation';
import { addNotice } from '../reminder/addNotice';
import type { RosterPlace } from '../roster/placeRepository';
import { findTitles, lockPlace } from './deskRepository';
import { findReviewers } from './findReviewers';
import { judgeText } from './judgeText';
import { changePiece, insertPiece, type PieceContent } from './studyRepository';

/**
 * Adds pieces that somebody else has written to an organisation, as if the actor had written and handed them in: nobody
 * reads one before the second person has reviewed it, who is told once how many there are. A title that a piece of the
 * bureau or an earlier one of `contents` has is left out, also when two people take over at once. `contents` has at
 * least one. `what`: what they come from, for the notice.
 */
export async function takeOver(
  context: Context,
  place: RosterPlace,
  contents: readonly PieceContent[],
  what: string,
): Promise<{ taken: number; left: number }> {
  const { trx, actor, now, newId, demo } = context;
  const { tenantId, memberId: authorId } = actor;
  await lockPlace(trx, tenantId, place.organisationId);
  const areThere = await markThere(context, contents);
  const fresh = contents.filter((_, index) => !areThere[index]);
  for (const content of fresh) {
    const pieceId = newId();
    const { organisationId } = place;
    await insertPiece(trx, tenantId, {
      ...content,
      id: pieceId,
      organisationId,
      authorId,
      demo,
      updatedAt: now,
    });
    await changePiece(trx, { tenantId, pieceId, version: 1 }, { state: 'submitted' }, now);
    await judgeText(context, { pieceId, version: 2 }, content);
  }
  if (fresh.length > 0) {
    for (const reviewerId of await findReviewers(context, { ...place, authorId, editorIds: [] })) {
      await addNotice(context, reviewerId, `${what} ${fresh.length} 篇等您审核，一篇一篇看过才发`, {
        screen: 'deskPieces',
      });
    }
  }
  return { taken: fresh.length, left: contents.length - fresh.length };
}

/** For each in order: a piece of the bureau, or one before it, has its title. */
export async function markThere(
  { trx, actor }: Pick<Context, 'trx' | 'actor'>,
  contents: readonly { title: string }[],
): Promise<boolean[]> {
  const titles = contents.map(({ title }) => title);
  const there = await findTitles(trx, actor.tenantId, titles);
  return titles.map((title, index) => there.has(title) || titles.indexOf(title) < index);
}
