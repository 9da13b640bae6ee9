import { memberUseCase } from '../../operation';
import { mayMakePaper, mayMakePapers } from '../../policies/paper';
import { listPlaces } from '../../roster/placeRepository';
import { deskPaperOf } from './paperOf';
import { listPapers } from './paperRepository';

/** One page of the list. */
const PAGE = 20;

/** Papers of the organisations that the actor makes papers for, newest first. */
export const readPapers = memberUseCase('quiz.readPapers')({
  policy: mayMakePapers,
  run: async ({ trx, actor, now }, { before }) => {
    const places = (await listPlaces(trx, actor.tenantId)).filter((place) => mayMakePaper(actor, place));
    const found = await listPapers(trx, actor.tenantId, {
      organisationIds: places.map((place) => place.organisationId),
      before: before ?? null,
      limit: PAGE + 1,
    });
    const page = found.slice(0, PAGE);
    return {
      papers: page.map((paper) => deskPaperOf(paper, now)),
      nextBefore: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
      organisations: places.map((place) => ({ id: place.organisationId, name: place.name })),
    };
  },
});
