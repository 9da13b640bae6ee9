import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { mayAnswerFeedback } from '../policies/feedback';
import { addNotice } from '../reminder/addNotice';
import { findFeedback, updateAnswer } from './feedbackRepository';

/**
 * Answers a complaint or suggestion, or corrects the answer. Who signed gets a
 * notice in the same transaction; who did not finds the answer by the ticket.
 * `conflict` when somebody else answered since `version` was read.
 */
export const replyToFeedback = memberUseCase('feedback.reply')({
  policy: mayAnswerFeedback,
  subject: ({ trx, actor }, { feedbackId }) => findFeedback(trx, actor.tenantId, feedbackId),
  subjectPolicy: mayAnswerFeedback,
  run: async (context, { feedbackId, version, answer }, feedback) => {
    const { trx, actor } = context;
    const answered = await updateAnswer(trx, actor.tenantId, {
      id: feedbackId,
      version,
      answer,
      answeredBy: actor.memberId,
      answeredOn: actor.today,
    });
    if (answered === null) throw new AppError('conflict');
    if (feedback.senderId) {
      const what = feedback.answer === null ? '您的投诉建议有了答复' : '您的投诉建议的答复改过了';
      await addNotice(context, feedback.senderId, `${what}，可以在“我的”的投诉建议里看`, {
        screen: 'feedback',
      });
    }
    return { feedbackId, version: answered };
  },
  auditSubject: ({ feedbackId }) => ({ kind: 'feedback', id: feedbackId }),
});
