import { type PioneerScheme, readScheme } from '../../src/domain/pioneer/scheme';
import { AppError } from '../appError';
import type { PeriodContext } from './ensurePeriod';
import { insertScheme } from './pioneerRepository';

/**
 * Adds a version of a scheme, in force from its own day for periods opened
 * later. Throws `bad_input` for what is no scheme, above all one that counts the
 * use of an app or shows a rank.
 */
export async function adoptScheme(
  { trx, actor, newId }: PeriodContext,
  scheme: PioneerScheme,
): Promise<string> {
  const verdict = readScheme(scheme);
  if (!verdict.ok) {
    throw new AppError('bad_input', verdict.problems.map(({ at, code }) => `${at} ${code}`).join(', '));
  }
  const id = newId();
  await insertScheme(trx, actor.tenantId, id, verdict.scheme);
  return id;
}
