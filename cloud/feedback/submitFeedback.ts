import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { insertFeedback } from './feedbackRepository';

/** Sends a complaint or suggestion signed with one's name to those who answer for the bureau (domain.md W17). */
export const submitFeedback = memberUseCase('feedback.submit')({
  policy: anyMember,
  run: async ({ trx, actor, newId }, { text }) => {
    const feedbackId = newId();
    await insertFeedback(trx, actor.tenantId, {
      id: feedbackId,
      senderId: actor.memberId,
      text,
      sentOn: actor.today,
    });
    return { feedbackId };
  },
  auditSubject: (_input, { feedbackId }) => ({ kind: 'feedback', id: feedbackId }),
});
