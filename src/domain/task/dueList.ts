import { excusingMarks } from '../meeting/roll';

/** Why somebody is invited instead of due. */
export type InvitedReason = 'guest' | 'suspended' | (typeof excusingMarks)[number];

/** What the due list needs to know of somebody on the day of publication. */
export interface Candidate {
  /** Belongs there of right; false for who takes part there as a guest and has the duty at home. */
  isByRight: boolean;
  status: 'active' | 'suspended';
  /** Marks in force that day. */
  marks: readonly string[];
}

/**
 * Why a person is only invited to a study task, or null for somebody who is due. The rule of the meeting roll holds
 * here too (domain.md 4.6: no hard demand on the old and frail for activities *and study*; issue 3: frail and exempt
 * members are invited): guests first, then suspension, then the first mark that excuses. Retirement is none of them.
 */
export function whyInvited({ isByRight, status, marks }: Candidate): InvitedReason | null {
  if (!isByRight) return 'guest';
  if (status === 'suspended') return 'suspended';
  return excusingMarks.find((mark) => marks.includes(mark)) ?? null;
}
