import { discriminationOf } from '../../../src/domain/quiz/analysis/discrimination';
import { FEWEST_ANALYSED, judgeItem, verdicts } from '../../../src/domain/quiz/analysis/judgeItem';
import { mayReplace } from '../../../src/domain/quiz/analysis/mayReplace';
import { optionFigures } from '../../../src/domain/quiz/analysis/optionFigures';
import { shareOf } from '../../../src/domain/quiz/analysis/share';
import type { Transaction } from '../../database/tenantTransaction';
import type { NoticeContext } from '../../reminder/addNotice';
import type { Counting } from '../firstAnswerRepository';
import {
  type CountedQuestion,
  countQuestions,
  dropFigures,
  dropOutOfUse,
  noteComputed,
  noteCountedUpTo,
  type StoredFigure,
  storeFigures,
} from './figureRepository';
import { countBranchAnswers, storeShares } from './shareRepository';
import {
  type AnsweredQuestion,
  addSums,
  dropSums,
  findAnswered,
  findMemberBehind,
  takeRoom,
} from './stepRepository';
import { tellOfWrongKeys } from './tellOfWrongKeys';

/** Members whose answers are added up by one statement; a hundred answers each are read in a second. */
const MEMBERS_A_STEP = 2_000;

/** How far one run goes. */
export interface Run {
  /** The question to which the night has come; null at its beginning. */
  after: string | null;
  /** Answers that one statement works on, or one question with more. */
  answersAStep: number;
  /** Whether to stop after the step that was just done. */
  isOver(): boolean;
}

/** All at once, in steps well within what a connection waits for. */
export const inOneRun: Run = { after: null, answersAStep: 100_000, isOver: () => false };

/**
 * Computes a bureau's shares and figures from the answers of all days before `today` (`YYYY-MM-DD`), as far as
 * `mayReplace` allows, for the questions behind `run.after`, until `run.isOver`; the next run goes on there. The run that
 * comes to the last question tells the keepers of questions whose key is probably wrong. What is said of a question
 * changes as a whole, and however large the bureau, no statement takes long. The caller holds the night.
 */
export async function renewFigures(context: NoticeContext, today: string, run: Run): Promise<void> {
  const { trx, actor, now } = context;
  const { tenantId } = actor;
  const counting: Counting = { tenantId, today, now };
  await takeRoom(trx);
  await dropOutOfUse(trx, tenantId);
  await addAllSums(trx, counting);
  const steps = stepsOf(await findAnswered(trx, counting, run.after), run.answersAStep);
  for (const [index, questionIds] of steps.entries()) {
    await renewShares(trx, counting, questionIds);
    const counted = await countQuestions(trx, counting, questionIds);
    const few = counted.filter(({ people }) => people < FEWEST_ANALYSED);
    await dropFigures(
      trx,
      tenantId,
      few.map((one) => one.questionId),
    );
    const enough = counted.filter(({ people }) => people >= FEWEST_ANALYSED);
    await storeFigures(trx, tenantId, enough.map(figureOf));
    const last = questionIds.at(-1);
    if (last !== undefined && index < steps.length - 1 && run.isOver()) {
      await dropSums(trx, tenantId);
      await noteCountedUpTo(trx, counting, last);
      return;
    }
  }
  await dropSums(trx, tenantId);
  await tellOfWrongKeys(context, today);
  await noteComputed(trx, tenantId, today);
}

async function addAllSums(trx: Transaction, counting: Counting): Promise<void> {
  for (let after: string | null = null; ; ) {
    const upTo: string | null = await findMemberBehind(trx, counting.tenantId, after, MEMBERS_A_STEP);
    await addSums(trx, counting, { after, upTo });
    if (upTo === null) return;
    after = upTo;
  }
}

/** Questions in portions with so many answers together that one statement is quick. */
function stepsOf(questions: readonly AnsweredQuestion[], answersAStep: number): string[][] {
  const steps: string[][] = [];
  let room = 0;
  for (const { questionId, answers } of questions) {
    if (answers > room || steps.length === 0) {
      steps.push([]);
      room = answersAStep;
    }
    steps.at(-1)?.push(questionId);
    room -= answers;
  }
  return steps;
}

async function renewShares(
  trx: Transaction,
  counting: Counting,
  questionIds: readonly string[],
): Promise<void> {
  const counted = await countBranchAnswers(trx, counting, questionIds);
  const changed = counted.filter(({ before, people }) => mayReplace(before, people));
  const shares = changed.map(({ right, ...one }) => ({ ...one, share: shareOf(right, one.people) }));
  await storeShares(trx, counting.tenantId, shares);
}

/** The figures of a question from its sums, as coarse as they are kept. */
function figureOf(one: CountedQuestion): StoredFigure {
  const { questionId, organisationId, type, key, people, right, sums, given } = one;
  const size = type === 'trueFalse' ? 2 : one.options.length;
  const isBlank = type === 'blank';
  const chosen = isBlank ? null : optionFigures(size, key.map(Number), given);
  const discrimination = sums && discriminationOf(sums);
  const verdict = judgeItem({
    difficulty: right / people,
    discrimination,
    measured: sums?.people ?? 0,
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
