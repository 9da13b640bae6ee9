import type { Context } from '../operation';

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
