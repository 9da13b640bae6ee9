import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { findFeedback, insertFeedback } from './feedbackRepository';

/**
 * Sends one without a name. The sender's ticket is its id and its idempotency;
 * that somebody is a member opens the door, and who it was is written nowhere:
 * no receipt, no audit row, no outbox, no log, no time finer than the day
 * (architecture.md "Secret ballots and anonymous complaints").
 *
 * The same ticket with the same text is a repeat and changes nothing; with
 * another text it is refused as `mutation_id_reused`.
 */
export const submitAnonymousFeedback = memberUseCase('feedback.submitAnonymous')({
  policy: anyMember,
  run: async ({ trx, actor }, { ticket, text }) => {
    const isNew = await insertFeedback(trx, actor.tenantId, {
      id: ticket,
      senderId: null,
      text,
      sentOn: actor.today,
    });
    if (!isNew) {
      const first = await findFeedback(trx, actor.tenantId, ticket);
      if (first?.senderId !== null || first.text !== text) throw new AppError('mutation_id_reused');
    }
    return { ticket };
  },
});
