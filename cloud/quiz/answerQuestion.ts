import { comesBackOn, isAnswerable } from '../../src/domain/quiz/answerDays';
import { grade } from '../../src/domain/quiz/grade';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { gradedOf } from './gradedOf';
import { findSet, recordAnswer } from './quizRepository';

/**
 * Grades the first answer to a question of the member's own set of `day`: today
 * or one of the seven days before (begun before midnight, or queued without
 * network). A repeat, also at the same moment, gets the first grading whatever
 * it says, so answering again tells nothing new (peers.md flaw 9).
 *
 * Refused: `question_not_offered`, `answer_not_in_options`, `bad_input` (several
 * choices where one is allowed). A question retired since it was offered is
 * still graded: no answer given without network is lost.
 */
export const answerQuestion = memberUseCase('quiz.answer')({
  policy: anyMember,
  run: async ({ trx, actor }, { day, questionId, answer }) => {
    const key = { tenantId: actor.tenantId, memberId: actor.memberId, day };
    const offered = isAnswerable(day, actor.today) ? (await findSet(trx, key, questionId))[0] : undefined;
    if (!offered) throw new AppError('question_not_offered');
    const first = gradedOf(offered, day);
    if (first) return { graded: first };

    const grading = grade(offered, answer);
    if (grading.kind === 'refused') {
      throw new AppError(grading.why === 'notInOptions' ? 'answer_not_in_options' : 'bad_input');
    }
    const { correct } = grading;
    const given = { questionId, answer, correct, dueOn: comesBackOn(day, correct) };
    const recorded = await recordAnswer(trx, key, given);
    // Somebody with the same hands was faster on another phone: theirs stands.
    const standing = recorded ? { ...offered, answer, correct } : (await findSet(trx, key, questionId))[0];
    const graded = standing && gradedOf(standing, day);
    if (!graded) throw new Error('an answer that stands has no grading');
    return { graded };
  },
});
