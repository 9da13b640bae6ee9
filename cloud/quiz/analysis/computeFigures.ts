import type { Kysely } from 'kysely';
import { shanghaiDay, shanghaiTime } from '../../../src/domain/calendar/shanghai';
import { discriminationOf } from '../../../src/domain/quiz/analysis/discrimination';
import { judgeItem, verdicts } from '../../../src/domain/quiz/analysis/judgeItem';
import { mayReplace } from '../../../src/domain/quiz/analysis/mayReplace';
import { optionFigures } from '../../../src/domain/quiz/analysis/optionFigures';
import { shareOf } from '../../../src/domain/quiz/analysis/share';
import type { Tables } from '../../database/tables';
import { inTenant, type Transaction } from '../../database/tenantTransaction';
import { newId } from '../../ports/newId';
import type { Ports } from '../../ports/ports';
import {
  type CountedQuestion,
  countQuestions,
  dropFigures,
  noteComputed,
  type StoredFigure,
  storeFigures,
  takeNight,
} from './figureRepository';
import type { Counting } from './firstAnswers';
import { countBranchAnswers, storeShares } from './shareRepository';
import { tellOfWrongKeys } from './tellOfWrongKeys';

/** Exams that were begun before midnight are graded by then (three hours at most), and nobody waits for the database. */
const FROM = '04:00';
/** A night that was cut off is tried again after an hour, not every minute. */
const NEXT_TRY_MS = 3_600_000;
/** The longest statement; the tick's function has a minute (cloudbaserc.json). */
const LONGEST_STATEMENT_MS = 40_000;

/**
 * Computes a bureau's shares and figures from the answers of all days before today, once a day from four in the morning
 * (Shanghai) on, and tells the keepers of questions whose key is probably wrong. A figure is replaced only when
 * `mayReplace` allows. One transaction: cut off anywhere, the figures before stand. A step of the tick, harmless twice
 * and at once.
 */
export async function computeFigures(db: Kysely<Tables>, ports: Ports, tenantId: string): Promise<void> {
  const now = ports.clock.now();
  if (shanghaiTime(now) < FROM) return;
  const counting: Counting = { tenantId, today: shanghaiDay(now), now };
  const nextTryAt = new Date(now.getTime() + NEXT_TRY_MS);
  // Committed by itself, so that whoever is cut off does not begin anew at the next tick.
  if (!(await inTenant(db, tenantId, (trx) => takeNight(trx, counting, nextTryAt)))) return;
  await inTenant(
    db,
    tenantId,
    async (trx) => {
      await renewShares(trx, counting);
      await dropFigures(trx, tenantId);
      await storeFigures(trx, tenantId, (await countQuestions(trx, counting)).map(figureOf));
      const context = { trx, now, newId: () => newId(ports.clock, ports.random), actor: { tenantId } };
      await tellOfWrongKeys(context, counting.today);
      await noteComputed(trx, tenantId, counting.today);
    },
    { statementTimeoutMs: LONGEST_STATEMENT_MS },
  );
}

async function renewShares(trx: Transaction, counting: Counting): Promise<void> {
  const counted = await countBranchAnswers(trx, counting);
  const changed = counted.filter(({ before, people }) => mayReplace(before, people));
  const shares = changed.map(({ organisationId, questionId, people, right }) => ({
    organisationId,
    questionId,
    people,
    share: shareOf(right, people),
  }));
  await storeShares(trx, counting.tenantId, shares);
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
