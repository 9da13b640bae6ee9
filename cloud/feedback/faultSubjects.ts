import { scoreEntryFaultSubject } from '../pioneer/scoreEntryFaultSubject';
import type { FaultKind } from '../policies/feedback';
import { questionFaultSubject } from '../quiz/questionFaultSubject';
import { pieceFaultSubject } from '../study/pieceFaultSubject';
import type { ResolveFaultSubject } from './faultSubject';

/** Each capability answers for its own things. */
export const faultSubjects: Record<FaultKind, ResolveFaultSubject> = {
  piece: pieceFaultSubject,
  question: questionFaultSubject,
  scoreEntry: scoreEntryFaultSubject,
};
