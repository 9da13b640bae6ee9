import { restsOnOlder } from '../../../src/domain/study/law/lawChange';
import { addNotice } from '../../reminder/addNotice';
import { findPlaces } from '../deskRepository';
import { findReviewers } from '../findReviewers';
import type { LawPart } from './lawPart';
import { awaitCheck, findCitations, lockSeriesInHand } from './lawRepository';

/** Pieces that are approved or wait for their review; what is still being written is looked at when it is approved. */
export const pieceLawPart: LawPart = {
  propose: async (context, change) => {
    const { trx, actor, now } = context;
    // A series that is being approved at this moment makes its pieces before, or sees the change.
    await lockSeriesInHand(trx, actor.tenantId);
    const cited = (await findCitations(trx, actor.tenantId)).filter((source) => restsOnOlder(source, change));
    const waiting = await awaitCheck(trx, actor.tenantId, { changeId: change.id, cited }, now);
    const places = await findPlaces(trx, actor.tenantId);
    for (const { organisationId, organisationPath } of places) {
      const count = waiting.filter((piece) => piece.organisationId === organisationId).length;
      if (count === 0) continue;
      const place = { organisationId, organisationPath, authorId: actor.memberId, editorIds: [] };
      for (const reviewerId of await findReviewers(context, place)) {
        await addNotice(context, reviewerId, `${count} 篇稿件依据的《${change.title}》有变化，请核对`, {
          screen: 'deskLaws',
        });
      }
    }
    return waiting.length;
  },
};
