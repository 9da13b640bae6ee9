import { memberUseCase } from '../operation';
import { mayLookUpFeedback } from '../policies/feedback';
import { anyMember } from '../policies/membership';
import { findFeedback, ownFeedbackOf } from './feedbackRepository';

/** One complaint or suggestion by its ticket: whoever has the ticket of an anonymous one, of a signed one only its sender. */
export const lookUpFeedback = memberUseCase('feedback.lookUp')({
  policy: anyMember,
  subject: ({ trx, actor }, { ticket }) => findFeedback(trx, actor.tenantId, ticket),
  subjectPolicy: (actor, feedback) => mayLookUpFeedback(actor, feedback),
  run: async (_context, _input, feedback) => ({ feedback: ownFeedbackOf(feedback) }),
});
