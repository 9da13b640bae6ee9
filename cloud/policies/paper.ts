import { maySomewhere, type Place } from '../../src/domain/roster/acts';
import type { Actor } from '../actor';
import type { Verdict } from '../operation';
import { audienceOf } from './audience';
import { hatFor } from './membership';

/** Whoever makes papers for some organisation. */
export function mayMakePapers({ held }: Actor): boolean {
  return maySomewhere(held, 'quiz.paper');
}

/** Papers are made, seen with their keys, published and taken back by those who make them for that organisation. */
export function mayMakePaper(actor: Actor, place: Place): Verdict {
  return hatFor(actor, 'quiz.paper', place);
}

/** A paper is answered by the members of its organisation and of all below it. */
export function isPaperFor(actor: Actor, { organisationId }: { organisationId: string }): boolean {
  return audienceOf(actor).includes(organisationId);
}
