import { type Act, type Hat, hatAt, maySomewhere, type Place } from '../../src/domain/roster/acts';
import type { Actor } from '../actor';

/** Every active member of the bureau. */
export const anyMember = (_actor: Actor): boolean => true;

/** Whoever may do `act` somewhere: opens a list or a form; the subject is judged again. */
export const whoeverMay =
  (act: Act) =>
  (actor: Actor): boolean =>
    maySomewhere(actor.held, act);

/** Whoever may do one of `some` somewhere. */
export const maySomewhereAny =
  (some: readonly Act[]) =>
  (actor: Actor): boolean =>
    some.some((act) => maySomewhere(actor.held, act));

/** The hat under which the actor may do `act` at `place`, or null. */
export function hatFor(actor: Actor, act: Act, place: Place): Hat | null {
  return hatAt(actor.held, act, place);
}
