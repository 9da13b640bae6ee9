import { questionLawPart } from '../../quiz/bank/questionLawPart';
import type { LawPart } from './lawPart';
import { pieceLawPart } from './pieceLawPart';

/** Everything that rests on laws, capability by capability. */
export const lawParts: readonly LawPart[] = [pieceLawPart, questionLawPart];
