import { type ItemVerdict, verdicts } from '../../../src/domain/quiz/analysis/judgeItem';
import { memberUseCase } from '../../operation';
import { mayReadAnalysis } from '../../policies/analysis';
import { keepHat } from '../../policies/bank';
import { listPlaces } from '../../roster/placeRepository';
import { choosePlace } from './choosePlace';
import {
  countItems,
  findComputedOn,
  findDots,
  findItems,
  findItemTopics,
  type Item,
  type ItemRow,
} from './itemRepository';

/** Each row is a card with its options. */
const PAGE = 20;
/** More dots than these hide each other. */
const MOST_DOTS = 300;
/** More topics than a bank of three thousand questions has chapters. */
const MOST_TOPICS = 200;

/**
 * Item analysis of one organisation's bank, for those who keep it, as `computeFigures` has left it. Banks that somebody
 * only reviews from above, of branches beside and of other bureaus are `not_found`.
 */
export const readAnalysis = memberUseCase('quiz.readAnalysis')({
  policy: mayReadAnalysis,
  subject: async ({ trx, actor }, { organisationId }) => {
    const places = (await listPlaces(trx, actor.tenantId)).filter((place) => keepHat(actor, place));
    return choosePlace(places, organisationId);
  },
  subjectPolicy: (actor, { chosen }) => keepHat(actor, chosen),
  run: async ({ trx, actor: { tenantId } }, { list, topic, from }, { chosen, places }) => {
    const { organisationId } = chosen;
    const filter = { organisationId, isSuspect: list === 'suspect', topic: topic ?? null };
    const cursor = from && { urgency: verdicts.indexOf(from.verdict), questionId: from.questionId };
    const found = await findItems(trx, tenantId, filter, { from: cursor ?? null, limit: PAGE + 1 });
    const before = from?.number ?? 0;
    const rows = found.slice(0, PAGE).map((row, index) => rowOf(row, before + index + 1));
    const last = found.length > PAGE ? rows.at(-1) : undefined;
    const isFirst = from === undefined;
    const dots = isFirst ? await findDots(trx, tenantId, filter, MOST_DOTS) : [];
    return {
      organisationId,
      organisations: places.map((place) => ({ id: place.organisationId, name: place.name })),
      computedOn: await findComputedOn(trx, tenantId),
      found: await countItems(trx, tenantId, organisationId),
      topics: isFirst ? await findItemTopics(trx, tenantId, organisationId, MOST_TOPICS) : [],
      dots: dots.map((dot, index) => figuresOf(dot, index + 1)),
      rows,
      next: last ? { verdict: last.verdict, questionId: last.questionId, number: last.number } : null,
    };
  },
});

function figuresOf({ questionId, difficulty, discrimination, urgency }: Item, number: number) {
  const verdict: ItemVerdict = verdicts[urgency] ?? 'fine';
  return { questionId, number, difficulty, discrimination, verdict };
}

function rowOf(row: ItemRow, number: number) {
  const { version, stem, type, topic, key, optionFigures } = row;
  const isRight = (index: number) => key.some((one) => one === index);
  // True-false: right is 1 and comes first.
  const order = type === 'trueFalse' ? [1, 0] : row.options.map((_, index) => index);
  const textOf = (index: number) => (type === 'trueFalse' ? (index === 1 ? '对' : '错') : row.options[index]);
  return {
    ...figuresOf(row, number),
    version,
    stem,
    type,
    topic,
    options:
      type === 'blank'
        ? []
        : order.map((index) => ({
            text: textOf(index) ?? '',
            right: isRight(index),
            share: optionFigures[index]?.share ?? 0,
            instead: optionFigures[index]?.instead ?? false,
          })),
  };
}
