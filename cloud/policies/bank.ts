import type { Hat, Place } from '../../src/domain/roster/acts';
import type { Actor } from '../actor';
import type { Verdict } from '../operation';
import { hatFor, maySomewhereAny } from './membership';

/** What a verdict on a question of the bank depends on. */
export interface JudgedQuestion extends Place {
  authorId: string;
  /** Who wrote on it besides the author. */
  editorIds: readonly string[];
}

/** Whoever keeps or reviews questions somewhere. */
export const mayOpenBank = maySomewhereAny(['quiz.keep', 'quiz.review']);

/** Those who import, write, correct and retire questions of an organisation. */
export function keepHat(actor: Actor, place: Place): Hat | null {
  return hatFor(actor, 'quiz.keep', place);
}

/** Those who review questions of an organisation, also from above. */
export function questionReviewHat(actor: Actor, place: Place): Hat | null {
  return hatFor(actor, 'quiz.review', place);
}

/** Questions with their keys are seen by those who keep or review them. */
export function maySeeKeys(actor: Actor, place: Place): Verdict {
  return keepHat(actor, place) ?? questionReviewHat(actor, place);
}

/** True for whoever wrote a word of it: somebody else reviews (product.md B2). */
export function hasWrittenQuestion(
  { memberId }: Pick<Actor, 'memberId'>,
  { authorId, editorIds }: Pick<JudgedQuestion, 'authorId' | 'editorIds'>,
): boolean {
  return authorId === memberId || editorIds.includes(memberId);
}
