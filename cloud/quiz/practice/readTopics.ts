import { memberUseCase } from '../../operation';
import { anyMember } from '../../policies/membership';
import { askingOf } from '../askableRepository';
import { findTopics } from './pickRepository';

/** The topics that a set can be taken of, with the number of their questions. */
export const readTopics = memberUseCase('quiz.readTopics')({
  policy: anyMember,
  run: async ({ trx, actor, now }) => ({ topics: await findTopics(trx, askingOf(actor, now)) }),
});
