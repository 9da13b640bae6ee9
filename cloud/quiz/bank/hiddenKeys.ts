import type { Context } from '../../operation';
import { maySeeKeys } from '../../policies/bank';
import { findSealed } from '../askableRepository';
import { findBankQuestions } from './questionRepository';

/**
 * Those of the questions whose keys the actor must not learn now: on a paper that is not closed, in a bank that the actor
 * neither keeps nor reviews. Whoever answers the paper could else bring its questions in as a file and look at the twins.
 */
export async function hiddenKeys(
  { trx, actor, now }: Pick<Context, 'trx' | 'actor' | 'now'>,
  questionIds: readonly string[],
): Promise<Set<string>> {
  const { tenantId } = actor;
  const sealed = await findSealed(trx, { tenantId, now }, questionIds);
  if (sealed.size === 0) return sealed;
  const known = await findBankQuestions(trx, tenantId, [...sealed]);
  return new Set(known.filter((one) => !maySeeKeys(actor, one)).map((one) => one.id));
}
