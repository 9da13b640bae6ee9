import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { bureauReviewHat, hasWrittenOn, reviewHat } from '../../policies/study';
import { listPlaces } from '../../roster/placeRepository';
import { findMarkedLaws, findWaiting } from './lawRepository';

/** A bureau's laws change a few times a year. */
const MOST_CHANGES = 50;
/** More than a statute has pieces as a series; the rest follows as these are settled. */
const MOST_PIECES = 300;

/** Changes of laws with the pieces that the reader may check because of them. */
export const readLawChecks = memberUseCase('study.lawChecks')({
  policy: whoeverMay('study.review'),
  run: async ({ trx, actor }) => {
    const places = await listPlaces(trx, actor.tenantId);
    const laws = await findMarkedLaws(trx, actor.tenantId, MOST_CHANGES);
    const found = await findWaiting(trx, actor.tenantId, {
      changeIds: laws.map((law) => law.id),
      organisationIds: places
        .filter((place) => reviewHat(actor, place) !== null)
        .map((place) => place.organisationId),
      limit: MOST_PIECES + 1,
    });
    const pieces = found.slice(0, MOST_PIECES);
    return {
      changes: laws.map((law) => ({
        ...law,
        pieces: pieces
          .filter((piece) => piece.changeId === law.id)
          .map(({ changeId: _, authorId, editorIds, ...piece }) => ({
            ...piece,
            mine: hasWrittenOn(actor, { authorId, editorIds }),
          })),
      })),
      more: found.length > MOST_PIECES,
      mayMark: bureauReviewHat(actor, places) !== null,
      today: actor.today,
    };
  },
});
