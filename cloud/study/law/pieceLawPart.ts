import { changeToCheck, restsOnOlder } from '../../../src/domain/study/law/lawChange';
import type { Context } from '../../operation';
import { addNotice } from '../../reminder/addNotice';
import { listPlaces } from '../../roster/placeRepository';
import { findReviewers } from '../findReviewers';
import type { LawPart } from './lawPart';
import { awaitCheck, findCitations, lockSeriesInHand, releaseChecks } from './lawRepository';

/** Pieces that are approved or wait for their review; what is still being written is looked at when it is approved. */
export const pieceLawPart: LawPart = {
  propose: async (context, change) => {
    const { trx, actor, now } = context;
    // A series that is being approved at this moment makes its pieces before, or sees the change.
    await lockSeriesInHand(trx, actor.tenantId);
    const cited = (await findCitations(trx, actor.tenantId)).filter((source) => restsOnOlder(source, change));
    const waiting = await awaitCheck(trx, actor.tenantId, { changeId: change.id, cited }, now);
    await tellReviewers(
      context,
      waiting,
      (count) => `${count} 篇稿件依据的《${change.title}》有变化，请核对`,
    );
    return waiting.length;
  },
  takeBack: async (context, change, others) => {
    const { trx, actor, now } = context;
    await lockSeriesInHand(trx, actor.tenantId);
    const cited = (await findCitations(trx, actor.tenantId))
      .filter((source) => restsOnOlder(source, change))
      .map((source) => ({ ...source, nextChangeId: changeToCheck(source, others)?.id ?? null }));
    const touched = await releaseChecks(trx, actor.tenantId, { changeId: change.id, cited }, now);
    const released = touched.filter((piece) => piece.isReleased);
    await tellReviewers(
      context,
      released,
      (count) => `《${change.title}》的变化是标错的，已经收回，${count} 篇稿件不用核对了`,
    );
    return released.length;
  },
};

async function tellReviewers(
  context: Context,
  pieces: readonly { organisationId: string }[],
  say: (count: number) => string,
): Promise<void> {
  const { trx, actor } = context;
  for (const { organisationId, organisationPath } of await listPlaces(trx, actor.tenantId)) {
    const count = pieces.filter((piece) => piece.organisationId === organisationId).length;
    if (count === 0) continue;
    const place = { organisationId, organisationPath, authorId: actor.memberId, editorIds: [] };
    for (const reviewerId of await findReviewers(context, place)) {
      await addNotice(context, reviewerId, say(count), { screen: 'deskLaws' });
    }
  }
}
