import type { Place } from '../../src/domain/roster/acts';
import type { Actor } from '../actor';
import type { Verdict } from '../operation';
import { hatFor, whoeverMay } from './membership';

/** Whoever chooses what a branch is lectured on. */
export const mayReadShares = whoeverMay('quiz.analyse');

/** A branch's shares are for its own leadership, nobody above and beside. */
export function maySeeShares(actor: Actor, place: Place): Verdict {
  return hatFor(actor, 'quiz.analyse', place);
}

/** Whoever keeps some bank. */
export const mayReadAnalysis = whoeverMay('quiz.keep');
