import { type Act, type Hat, hatAt, maySomewhere, type Place } from '../../src/domain/roster/acts';
import type { Actor } from '../actor';
import { hatFor } from './membership';

/**
 * The hat under which the actor answers complaints and suggestions. They are
 * the bureau's and of no branch (domain.md W17), so whoever may answer at the
 * organisation of a post may answer them all.
 */
export function mayAnswerFeedback(actor: Actor): Hat | null {
  for (const post of actor.held) {
    const hat = hatAt([post], 'feedback.answer', post);
    if (hat) return hat;
  }
  return null;
}

/** A signed one is seen by its sender; one without a name by whoever has its ticket. */
export function mayLookUpFeedback(actor: Actor, { senderId }: { senderId: string | null }): boolean {
  return senderId === null || senderId === actor.memberId;
}

/** What a fault can be in. */
export const faultKinds = ['piece', 'question', 'scoreEntry'] as const;

export type FaultKind = (typeof faultKinds)[number];

/** Whose act it is to answer. */
const actOfKeeper: Record<FaultKind, Act> = {
  piece: 'study.write',
  question: 'quiz.keep',
  scoreEntry: 'pioneer.answerRemark',
};

/** Whoever keeps pieces, questions or score lines somewhere may open the list. */
export function mayKeepSomething(actor: Actor): boolean {
  return Object.values(actOfKeeper).some((act) => maySomewhere(actor.held, act));
}

/** The hat under which the actor keeps things of this kind at `place` and answers their faults, or null. */
export function mayAnswerFault(actor: Actor, subject: FaultKind, place: Place): Hat | null {
  return hatFor(actor, actOfKeeper[subject], place);
}
