import { grade, type QuestionAnswer } from '../../../src/domain/quiz/grade';
import { isAnswerable } from '../../../src/domain/quiz/practice/answerDays';
import { remember } from '../../../src/domain/quiz/practice/memory';
import { isExam, isStepwise } from '../../../src/domain/quiz/practice/modes';
import { AppError } from '../../appError';
import { type Context, memberUseCase } from '../../operation';
import { anyMember } from '../../policies/membership';
import { askingOf } from '../askableRepository';
import { answerInExam } from './answerInExam';
import { recordAnswer } from './answerRepository';
import { gradedOf, offeredOf } from './offeredOf';
import { type AskedRun, findAsked, findRunQuestions, type StoredRun } from './runRepository';
import { visibleOf } from './runState';

/**
 * Takes an answer to a question of one of the member's own sets. Practice: the first answer is graded at once and stands;
 * it counts on the day of its receipt, up to seven days after the set was opened (begun before midnight, or queued
 * without network). A repeat, also at the same moment, gets the first grading whatever it says, so answering again tells
 * nothing new (peers.md flaw 9). Exams: see `answerInExam`.
 *
 * Refused: `not_found` (no such set of the member), `question_not_offered`, `question_sealed` (on a paper that is not closed), `answer_not_in_options`, `bad_input` (several
 * choices where one is allowed, texts for choices). A question retired since it was offered is still graded: no answer
 * given without network is lost.
 */
export const answerQuestion = memberUseCase('quiz.answer')({
  policy: anyMember,
  run: async (context, { runId, day, questionId, answer }) => {
    const set = runId === undefined ? { day: day ?? '' } : { runId };
    const asked = await findAsked(context.trx, askingOf(context.actor, context.now), set, questionId);
    if (!asked) throw new AppError(runId === undefined ? 'question_not_offered' : 'not_found');
    const { question } = asked;
    if (!question) throw new AppError('question_not_offered');
    if (isExam(asked.mode)) {
      checkAnswer(question, answer);
      return { graded: null, next: null, late: await answerInExam(context, asked, questionId, answer) };
    }
    if (!isAnswerable(asked.openedOn, context.actor.today)) throw new AppError('question_not_offered');
    // Whoever held back an answer of last week must not learn from it what an open paper asks.
    if (question.sealed) throw new AppError('question_sealed');
    const graded = gradedOf(question) ?? (await answerFirst(context, asked, question, answer));
    const next = isStepwise(asked.mode) && graded.correct ? await nextOf(context, asked) : null;
    return { graded, late: false, next };
  },
});

type AskedQuestion = NonNullable<AskedRun['question']>;

async function answerFirst(context: Context, run: AskedRun, question: AskedQuestion, answer: QuestionAnswer) {
  const { trx, actor, now } = context;
  const asking = askingOf(actor, now);
  if (isStepwise(run.mode)) {
    const visible = visibleOf(run, await findRunQuestions(trx, asking, run.id));
    if (!visible.some((one) => one.id === question.id)) throw new AppError('question_not_offered');
  }
  const correct = checkAnswer(question, answer);
  const day = actor.today;
  const before = question.memory && question.memory.lastOn < day ? question.memory : null;
  const key = { tenantId: actor.tenantId, memberId: actor.memberId, runId: run.id, questionId: question.id };
  const recorded = await recordAnswer(trx, key, { answer, correct, day }, remember(before, day, correct));
  // Somebody with the same hands was faster on another phone: theirs stands.
  const standing = recorded
    ? { ...question, answer: [...answer] as number[] | string[], correct, answeredOn: day }
    : (await findAsked(trx, asking, { runId: run.id }, question.id))?.question;
  const graded = standing && gradedOf(standing);
  if (!graded) throw new Error('an answer that stands has no grading');
  return graded;
}

/** The verdict on an answer that fits its question; refuses any other. */
function checkAnswer(question: AskedQuestion, answer: QuestionAnswer): boolean {
  const grading = grade(question, answer);
  if (grading.kind === 'refused') {
    throw new AppError(grading.why === 'notInOptions' ? 'answer_not_in_options' : 'bad_input');
  }
  return grading.correct;
}

/** The question after those that were right, or null at the end. */
async function nextOf({ trx, actor, now }: Context, run: StoredRun) {
  const questions = await findRunQuestions(trx, askingOf(actor, now), run.id);
  const next = visibleOf(run, questions).find((one) => one.answer === null);
  return next ? offeredOf(next, { hidesKeys: false }) : null;
}
