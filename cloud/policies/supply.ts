import type { Hat, Place } from '../../src/domain/roster/acts';
import type { Actor } from '../actor';
import { hatFor, maySomewhereAny } from './membership';

/** Whoever writes pieces somewhere, or answers for those that an organisation supplies. */
export const maySupply = maySomewhereAny(['study.write', 'study.supply']);

/** The hat under which the actor says whose week it is to supply `publisher`: those who write its pieces. */
export function mayLaySupplyAt(actor: Actor, publisher: Place): Hat | null {
  return hatFor(actor, 'study.write', publisher);
}

/** The hat under which the actor answers for what an organisation supplies: writes for its week, swaps it. */
export function answersFor(actor: Actor, supplier: Place): Hat | null {
  return hatFor(actor, 'study.supply', supplier);
}
