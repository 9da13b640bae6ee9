import { maySomewhere, type Place } from '../../src/domain/roster/acts';
import type { Actor } from '../actor';
import type { Verdict } from '../operation';
import { hatFor } from './membership';

/** Whoever makes papers for some organisation. */
export function mayMakePapers({ held }: Actor): boolean {
  return maySomewhere(held, 'quiz.paper');
}

/** Papers are made, seen with their keys, published and taken back by those who make them for that organisation. */
export function mayMakePaper(actor: Actor, place: Place): Verdict {
  return hatFor(actor, 'quiz.paper', place);
}
