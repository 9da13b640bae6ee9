import type { Hat, Place } from '../../src/domain/roster/acts';
import type { Actor } from '../actor';
import { hatFor } from './membership';

/** The hat under which the actor says who speaks when in an organisation. */
export function mayLayAt(actor: Actor, place: Place): Hat | null {
  return hatFor(actor, 'lecture.lay', place);
}

/** The rota hangs in the branch's room: those who belong there see it, and who keeps it. */
export function maySeeRota(actor: Actor, place: Place): boolean {
  const belongs = actor.belongs.some((one) => one.organisationId === place.organisationId);
  return belongs || mayLayAt(actor, place) !== null;
}
