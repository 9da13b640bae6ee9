import { topicShareOf } from '../../../src/domain/quiz/analysis/share';
import { memberUseCase } from '../../operation';
import { mayReadShares, maySeeShares } from '../../policies/analysis';
import { listPlaces } from '../../roster/placeRepository';
import { choosePlace } from './choosePlace';
import { findComputedOn } from './itemRepository';
import { findShares, findTopicShares } from './shareRepository';

/** A screen and a half of a computer. */
const PAGE = 40;
/** More topics than somebody chooses a lecture from. */
const MOST_TOPICS = 100;

/**
 * What a branch finds hard: shares of right answers as `computeFigures` has left them, and nothing else. Another
 * branch's, and one of another bureau, are `not_found`.
 */
export const readShares = memberUseCase('quiz.readShares')({
  policy: mayReadShares,
  subject: async ({ trx, actor }, { organisationId }) => {
    const places = (await listPlaces(trx, actor.tenantId)).filter((place) => maySeeShares(actor, place));
    return choosePlace(places, organisationId);
  },
  subjectPolicy: (actor, { chosen }) => maySeeShares(actor, chosen),
  run: async ({ trx, actor, now }, { from }, { chosen, places }) => {
    const { tenantId, today } = actor;
    const { organisationId } = chosen;
    const when = { tenantId, today, now };
    const found = await findShares(trx, when, { organisationId, from: from ?? null, limit: PAGE + 1 });
    const questions = found.slice(0, PAGE);
    const last = found.length > PAGE ? questions.at(-1) : undefined;
    const topics = from === undefined ? await findTopicShares(trx, when, organisationId) : [];
    return {
      organisationId,
      organisations: places.map((place) => ({ id: place.organisationId, name: place.name })),
      computedOn: await findComputedOn(trx, tenantId),
      topics: topics
        .flatMap(({ topic, shown }) => {
          const share = topicShareOf(shown);
          return share ? [{ topic, ...share }] : [];
        })
        .sort((a, b) => a.share - b.share)
        .slice(0, MOST_TOPICS),
      questions,
      next: last ? { share: last.share, questionId: last.questionId } : null,
    };
  },
});
