import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { hasWrittenQuestion, questionReviewHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { findBankQuestions, settle } from './questionRepository';

/**
 * A second person has compared questions with the new version of what they rest on: they are asked again, their sources
 * name that version and today as 核对日期. What does not hold is corrected or retired. All or none. Refused:
 * `second_person_needed`, `conflict`, `wrong_state` (one waits for no check), `law_version_older`, `bad_input` (a day to
 * come).
 */
export const settleLawCheck = memberUseCase('quiz.settleLawCheck')({
  policy: whoeverMay('quiz.review'),
  subject: async ({ trx, actor }, { questions }) => {
    const ids = questions.map(({ id }) => id);
    const found = await findBankQuestions(trx, actor.tenantId, ids, { lock: true });
    return found.length === ids.length ? found : null;
  },
  subjectPolicy: (actor, questions) => questions.every((one) => questionReviewHat(actor, one) !== null),
  run: async ({ trx, actor }, { versionOn, questions: seen }, questions) => {
    const { tenantId, today } = actor;
    if (questions.some((one) => hasWrittenQuestion(actor, one))) throw new AppError('second_person_needed');
    const versions = new Map(seen.map(({ id, version }) => [id, version]));
    if (questions.some(({ id, version }) => version !== versions.get(id))) throw new AppError('conflict');
    for (const { state, lawChange } of questions) {
      if (state !== 'reviewed' || !lawChange) throw new AppError('wrong_state');
      if (versionOn < lawChange.since) throw new AppError('law_version_older');
    }
    if (versionOn > today) throw new AppError('bad_input', 'versionOn');
    await settle(
      trx,
      tenantId,
      questions.map(({ id }) => id),
      { versionOn, today },
    );
    return { settled: questions.length };
  },
  auditEach: (actor, questions) =>
    questions.map((one) => ({ kind: 'question', id: one.id, hat: questionReviewHat(actor, one) })),
});
