import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { hasWrittenQuestion, questionReviewHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { findBankQuestion } from './questionRepository';
import { reviewInHand, reviewReply } from './reviewReply';
import { findReview, upsertVerdict } from './reviewRepository';

/**
 * Says of one question of an open review that it passes or is given back; nothing else changes until the review is
 * closed. Refused: `second_person_needed`, `conflict` (the question was changed since), `wrong_state` (closed),
 * `not_found` (not among those to be looked at).
 */
export const judgeQuestion = memberUseCase('quiz.judgeQuestion')({
  policy: whoeverMay('quiz.review'),
  subject: ({ trx, actor }, { reviewId }) => findReview(trx, actor.tenantId, reviewId, { lock: true }),
  subjectPolicy: (actor, review) => questionReviewHat(actor, review),
  run: async (context, { questionId, version, verdict, reason }, review) => {
    const { trx, actor } = context;
    const { tenantId, memberId } = actor;
    if (review.state !== 'open') throw new AppError('wrong_state');
    const before = await reviewInHand(context, review);
    const question = before.toSee.includes(questionId)
      ? await findBankQuestion(trx, tenantId, questionId)
      : null;
    if (!question) throw new AppError('not_found');
    if (hasWrittenQuestion(actor, question)) throw new AppError('second_person_needed');
    if (question.version !== version) throw new AppError('conflict');
    const said = { questionId, verdict, reason: reason ?? null, version, judgedBy: memberId };
    await upsertVerdict(trx, tenantId, review.id, said);
    return { review: reviewReply(await reviewInHand(context, review)) };
  },
  auditSubject: ({ questionId }) => ({ kind: 'question', id: questionId }),
});
