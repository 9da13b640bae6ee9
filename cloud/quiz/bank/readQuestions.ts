import { blankForm } from '../../../src/domain/quiz/blankForm';
import { memberUseCase } from '../../operation';
import { hasWrittenQuestion, keepHat, mayOpenBank, maySeeKeys, questionReviewHat } from '../../policies/bank';
import { listPlaces } from '../../roster/placeRepository';
import { findDeskQuestions, findOverview } from './readingRepository';

/** A screen and a half of a computer. */
const PAGE = 40;
/** More topics than a bank of three thousand questions has chapters. */
const MOST_TOPICS = 200;

/**
 * The desk's list of one organisation's questions. The organisations are those the reader keeps or reviews for; another
 * one is `not_found`.
 */
export const readQuestions = memberUseCase('quiz.readQuestions')({
  policy: mayOpenBank,
  subject: async ({ trx, actor }, { organisationId }) => {
    const places = (await listPlaces(trx, actor.tenantId)).filter((place) => maySeeKeys(actor, place));
    const own = places.find((place) => keepHat(actor, place) !== null) ?? places[0];
    const chosen =
      organisationId === undefined ? own : places.find((place) => place.organisationId === organisationId);
    return chosen ? { chosen, places } : null;
  },
  subjectPolicy: (actor, { chosen }) => maySeeKeys(actor, chosen),
  run: async ({ trx, actor }, { topic, type, state, text, importId, after }, { chosen, places }) => {
    const { tenantId, today } = actor;
    const { organisationId } = chosen;
    const form = text === undefined ? undefined : blankForm(text);
    const found = await findDeskQuestions(
      trx,
      tenantId,
      { organisationId, topic, type, state, importId, form },
      { after: after ?? null, limit: PAGE + 1, today },
    );
    const questions = found.slice(0, PAGE);
    return {
      organisationId,
      organisations: places.map((place) => ({
        id: place.organisationId,
        name: place.name,
        mayKeep: keepHat(actor, place) !== null,
        mayReview: questionReviewHat(actor, place) !== null,
      })),
      overview:
        after === undefined
          ? await findOverview(trx, tenantId, organisationId, { today, mostTopics: MOST_TOPICS })
          : null,
      questions: questions.map((one) => ({ ...one, mine: hasWrittenQuestion(actor, one) })),
      next: found.length > PAGE ? (questions.at(-1)?.id ?? null) : null,
    };
  },
});
