import { grade } from '../../src/domain/quiz/grade';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { readerOf } from './reader';
import { findPublished } from './readingRepository';

/**
 * 考考自己: grades one self-check question on the server and then says key and explanation; nothing is kept. Refused:
 * `not_found` (no such piece or question), `answer_not_in_options`, `bad_input` (several choices where one is allowed).
 */
export const answerCheck = memberUseCase('study.answerCheck')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { pieceId, position, answer }) => {
    const piece = await findPublished(trx, readerOf(actor, now), pieceId);
    const check = piece?.checks[position];
    if (!check) throw new AppError('not_found');
    const grading = grade(check, answer);
    if (grading.kind === 'refused') {
      throw new AppError(grading.why === 'notInOptions' ? 'answer_not_in_options' : 'bad_input');
    }
    return { correct: grading.correct, key: check.key, explanation: check.explanation };
  },
});
