import { isExam } from '../../../src/domain/quiz/practice/modes';
import type { Context } from '../../operation';
import { findPiecesOn } from '../../study/findPiecesOn';
import { askingOf } from '../askableRepository';
import { offeredOf } from './offeredOf';
import { findRunQuestions, type RunQuestion, type StoredRun } from './runRepository';
import { isOver, visibleOf } from './runState';

/** Whether the keys of a set's answered questions may leave the server: of an exam once it is handed in. */
export function areKeysOpen(run: StoredRun): boolean {
  return !isExam(run.mode) || run.handedIn;
}

/** A set as the member sees it now. */
export async function runReply(context: Context, run: StoredRun) {
  const { trx, actor, now } = context;
  const questions = await findRunQuestions(trx, askingOf(actor, now), run.id);
  return sayRun(context, run, questions);
}

/** The same for questions that have been read already. */
export async function sayRun(context: Context, run: StoredRun, questions: readonly RunQuestion[]) {
  const { actor, now } = context;
  const hidesKeys = !areKeysOpen(run);
  const over = isOver(run, questions, actor.today);
  const { seen, ahead, ungraded } = visibleOf(run, questions);
  return {
    id: run.id,
    mode: run.mode,
    topic: run.mode === 'topic' ? run.label : null,
    day: run.openedOn,
    questions: seen.map((one) => offeredOf(one, { hidesKeys })),
    ahead: ahead.map((one) => offeredOf(one, { hidesKeys })),
    ungraded,
    over,
    deadline:
      run.deadlineAt && !run.handedIn ? { at: run.deadlineAt.toISOString(), now: now.toISOString() } : null,
    toStudy: over && !hidesKeys ? await findPiecesOn(context, missed(questions)) : [],
  };
}

/** What was not remembered rests on. */
function missed(questions: readonly RunQuestion[]) {
  return questions.filter((one) => one.correct === false && !one.sealed).map((one) => one.source);
}
