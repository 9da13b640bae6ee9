import { discriminationOf } from '../../../src/domain/quiz/analysis/discrimination';
import { judgeItem, verdicts } from '../../../src/domain/quiz/analysis/judgeItem';
import { mayReplace } from '../../../src/domain/quiz/analysis/mayReplace';
import { optionFigures } from '../../../src/domain/quiz/analysis/optionFigures';
import { shareOf } from '../../../src/domain/quiz/analysis/share';
import type { NoticeContext } from '../../reminder/addNotice';
import {
  type CountedQuestion,
  countQuestions,
  dropFigures,
  noteComputed,
  type StoredFigure,
  storeFigures,
} from './figureRepository';
import { countBranchAnswers, storeShares } from './shareRepository';
import { tellOfWrongKeys } from './tellOfWrongKeys';

/**
 * Computes a bureau's shares and figures from the answers of all days before `today` (`YYYY-MM-DD`), as far as
 * `mayReplace` allows, and tells the keepers of questions whose key is probably wrong. The caller holds the night.
 */
export async function renewFigures(context: NoticeContext, today: string): Promise<void> {
  const { trx, actor, now } = context;
  const counting = { tenantId: actor.tenantId, today, now };
  const counted = await countBranchAnswers(trx, counting);
  const changed = counted.filter(({ before, people }) => mayReplace(before, people));
  await storeShares(
    trx,
    actor.tenantId,
    changed.map(({ right, ...one }) => ({ ...one, share: shareOf(right, one.people) })),
  );
  await dropFigures(trx, actor.tenantId);
  await storeFigures(trx, actor.tenantId, (await countQuestions(trx, counting)).map(figureOf));
  await tellOfWrongKeys(context, today);
  await noteComputed(trx, actor.tenantId, today);
}

/** The figures of a question from its sums, as coarse as they are kept. */
function figureOf(one: CountedQuestion): StoredFigure {
  const { questionId, organisationId, type, key, people, right, sums, given } = one;
  const size = type === 'trueFalse' ? 2 : one.options.length;
  const isBlank = type === 'blank';
  const chosen = isBlank ? null : optionFigures(size, key.map(Number), given);
  const discrimination = discriminationOf(sums);
  const verdict = judgeItem({
    difficulty: right / people,
    discrimination,
    measured: sums.people,
    prefersAnother: chosen?.prefersAnother ?? null,
  });
  return {
    questionId,
    organisationId,
    people,
    difficulty: inFives(right / people),
    discrimination: discrimination === null ? null : Math.round(discrimination * 100) / 100,
    urgency: verdicts.indexOf(verdict),
    options: (chosen?.options ?? []).map(({ share, instead }) => ({ share: inFives(share), instead })),
  };
}

/** Per cent to the next five: no finer than one person of twenty. */
function inFives(share: number): number {
  return Math.round(share * 20) * 5;
}
