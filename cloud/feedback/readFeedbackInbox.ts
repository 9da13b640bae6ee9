import { memberUseCase } from '../operation';
import { mayAnswerFeedback } from '../policies/feedback';
import { listFeedback, ownFeedbackOf } from './feedbackRepository';
import { fitReply } from './fitReply';

/** As many as one person works off in a sitting; what is answered leaves the list first. */
const NEWEST = 200;

/** The bureau's complaints and suggestions for those who answer them, open ones first, newest first, with the names of those who signed. Audited. */
export const readFeedbackInbox = memberUseCase('feedback.inbox')({
  policy: mayAnswerFeedback,
  audited: true,
  run: async ({ trx, actor }) => {
    const all = await listFeedback(trx, actor.tenantId, NEWEST);
    const shown = all.map((one) => ({
      ...ownFeedbackOf(one),
      version: one.version,
      senderName: one.senderName,
    }));
    return { feedback: fitReply(shown) };
  },
});
