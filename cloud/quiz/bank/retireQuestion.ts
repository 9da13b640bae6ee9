import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { mayOpenBank, maySeeKeys } from '../../policies/bank';
import { findBankQuestion, retire } from './questionRepository';

/**
 * Takes a question out of use, at once or from a later day on; answers and papers keep it. Whoever keeps the bank may,
 * and whoever reviews it, also from above. Refused: `conflict`, `wrong_state` (retired already), `bad_input` (a day
 * that has passed, a day for a draft).
 */
export const retireQuestion = memberUseCase('quiz.retireQuestion')({
  policy: mayOpenBank,
  subject: ({ trx, actor }, { questionId }) =>
    findBankQuestion(trx, actor.tenantId, questionId, { lock: true }),
  subjectPolicy: (actor, question) => maySeeKeys(actor, question),
  run: async ({ trx, actor }, { questionId, version, on }, question) => {
    if (question.version !== version) throw new AppError('conflict');
    if (question.state === 'retired') throw new AppError('wrong_state');
    if (on !== undefined && on < actor.today) throw new AppError('bad_input', 'on');
    const isLater = on !== undefined && on > actor.today;
    if (isLater && question.state === 'draft') throw new AppError('bad_input', 'on');
    const next = await retire(trx, actor.tenantId, question, isLater ? on : null);
    if (next === null) throw new AppError('conflict');
    return {
      questionId,
      version: next,
      state: isLater ? question.state : 'retired',
      expiresOn: isLater ? on : question.expiresOn,
    };
  },
  auditSubject: ({ questionId }) => ({ kind: 'question', id: questionId }),
});
