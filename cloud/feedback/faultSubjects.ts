import type { Context } from '../operation';
import { scoreEntryFaultSubject } from '../pioneer/scoreEntryFaultSubject';
import type { FaultKind } from '../policies/feedback';
import { questionFaultSubject } from '../quiz/questionFaultSubject';
import { pieceFaultSubject } from '../study/pieceFaultSubject';

/** What a reported thing is called, and whose keepers answer for it. */
export interface FaultSubject {
  title: string;
  organisationId: string;
}

/** Finds what the actor wants to report a fault in; null when it does not exist or the actor cannot see it. */
export type ResolveFaultSubject = (
  context: Pick<Context, 'trx' | 'actor' | 'now'>,
  subjectId: string,
) => Promise<FaultSubject | null>;

/** Each capability answers for its own things. */
export const faultSubjects: Record<FaultKind, ResolveFaultSubject> = {
  piece: pieceFaultSubject,
  question: questionFaultSubject,
  scoreEntry: scoreEntryFaultSubject,
};
