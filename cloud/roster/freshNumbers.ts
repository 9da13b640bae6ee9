import { loginNameOf } from '../../src/domain/roster/loginName';
import type { Transaction } from '../database/tenantTransaction';
import type { Ports } from '../ports/ports';
import { findTakenNumbers } from './bulkRepository';

/** `count` different member numbers that no login of the deployment has (230 million are possible, so a second round is rare). */
export async function freshNumbers(
  trx: Transaction,
  random: Ports['random'],
  count: number,
): Promise<string[]> {
  const numbers = new Set<string>();
  while (numbers.size < count) {
    const drawn = new Set<string>();
    while (numbers.size + drawn.size < count) {
      const number = loginNameOf(random.bytes(5));
      if (!numbers.has(number)) drawn.add(number);
    }
    const taken = await findTakenNumbers(trx, [...drawn]);
    for (const number of drawn) if (!taken.has(number)) numbers.add(number);
  }
  return [...numbers];
}
