import { changeToCheck, lawKey } from '../../../src/domain/study/law/lawChange';
import type { StoredSource } from '../../database/tables';
import type { Context } from '../../operation';
import { findChangesOf } from './lawRepository';

/** The change of a law for which a text that is being approved still has to be checked; null when it is up to date. */
export async function findChangeToCheck(
  { trx, actor }: Pick<Context, 'trx' | 'actor'>,
  source: StoredSource | null,
): Promise<string | null> {
  if (!source) return null;
  const changes = await findChangesOf(trx, actor.tenantId, lawKey(source.title));
  return changeToCheck(source, changes)?.id ?? null;
}
