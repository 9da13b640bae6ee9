import { grade, type QuestionAnswer } from '../../../src/domain/quiz/grade';
import { isAnswerable } from '../../../src/domain/quiz/practice/answerDays';
import { challengeOf, challengeTakes } from '../../../src/domain/quiz/practice/challenge';
import { remember } from '../../../src/domain/quiz/practice/memory';
import { isExam, isStepwise } from '../../../src/domain/quiz/practice/modes';
import { AppError } from '../../appError';
import { type Context, memberUseCase } from '../../operation';
import { anyMember } from '../../policies/membership';
import { askingOf } from '../askableRepository';
import { answerInExam } from './answerInExam';
import { keepUngraded, recordAnswer } from './answerRepository';
import { gradedOf, offeredOf } from './offeredOf';
import { type AskedRun, findAsked, findRunQuestions, type StoredRun } from './runRepository';
import { stepsOf } from './runState';

/**
 * Takes an answer to a question of one of the member's own sets. Practice: the first answer is graded at once and stands;
 * it counts on the day of its receipt, up to seven days after the set was opened (begun before midnight, or queued
 * without network). A repeat, also at the same moment, gets the first grading whatever it says, so answering again tells
 * nothing new (peers.md flaw 9). Exams: see `answerInExam`.
 *
 * No answer given without network is lost: a question retired since it was offered is still graded; one that is on a
 * paper by now is graded as well, which is told when the paper is closed; what was answered after the error of a challenge
 * is kept and never graded.
 *
 * Refused: `not_found` (no such set of the member), `question_not_offered` (also a step of a challenge before its time),
 * `answer_not_in_options`, `bad_input` (several choices where one is allowed, texts for choices).
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
      const late = await answerInExam(context, asked, questionId, answer);
      return { graded: null, late, next: null, ahead: [] };
    }
    if (!isAnswerable(asked.openedOn, context.actor.today)) throw new AppError('question_not_offered');
    const graded =
      question.answer === null ? await answerFirst(context, asked, question, answer) : gradedOf(question);
    return { graded, late: false, ...(await whatFollows(context, asked)) };
  },
});

type AskedQuestion = NonNullable<AskedRun['question']>;

/** Its grading, or null when that may not be told, or there is none. */
async function answerFirst(context: Context, run: AskedRun, question: AskedQuestion, answer: QuestionAnswer) {
  const { trx, actor, now } = context;
  const asking = askingOf(actor, now);
  const becomes = isStepwise(run.mode)
    ? challengeTakes(stepsOf(await findRunQuestions(trx, asking, run.id)), question.id)
    : 'graded';
  if (becomes === 'notYet') throw new AppError('question_not_offered');
  const correct = checkAnswer(question, answer);
  const day = actor.today;
  const key = { tenantId: actor.tenantId, memberId: actor.memberId, runId: run.id, questionId: question.id };
  if (becomes === 'ungraded') {
    await keepUngraded(trx, key, { answer, day });
    return null;
  }
  const before = question.memory && question.memory.lastOn < day ? question.memory : null;
  const recorded = await recordAnswer(trx, key, { answer, correct, day }, remember(before, day, correct));
  // Somebody with the same hands was faster on another phone: theirs stands.
  const standing = recorded
    ? { ...question, answer: [...answer] as number[] | string[], correct, answeredOn: day }
    : (await findAsked(trx, asking, { runId: run.id }, question.id))?.question;
  if (!standing) throw new Error('an answer that stands has no question');
  return gradedOf(standing);
}

/** The verdict on an answer that fits its question; refuses any other. */
function checkAnswer(question: AskedQuestion, answer: QuestionAnswer): boolean {
  const grading = grade(question, answer);
  if (grading.kind === 'refused') {
    throw new AppError(grading.why === 'notInOptions' ? 'answer_not_in_options' : 'bad_input');
  }
  return grading.correct;
}

/** Of a challenge the question that is open now and what a phone without network goes on with. */
async function whatFollows({ trx, actor, now }: Context, run: StoredRun) {
  if (!isStepwise(run.mode)) return { next: null, ahead: [] };
  const { open, ahead } = challengeOf(stepsOf(await findRunQuestions(trx, askingOf(actor, now), run.id)));
  return {
    next: open && offeredOf(open, { hidesKeys: false }),
    ahead: ahead.map((one) => offeredOf(one, { hidesKeys: false })),
  };
}
