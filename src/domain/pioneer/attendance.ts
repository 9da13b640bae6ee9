import { isPresent, type RollState } from '../meeting/roll';
import { isIncluded, type MemberClass, type PioneerScheme, type SchemeItem } from './scheme';

/** One line of a signed roll, as far as the index reads it. */
export interface SignedLine {
  memberId: string;
  state: RollState;
  /** Membership suspended when the roll was frozen. */
  suspended: boolean;
  /** Classes on the day of the meeting. */
  classes: readonly MemberClass[];
}

/**
 * True when a line of a signed roll is an event for the attendance items of a
 * scheme: the person was there and is assessed by it. Leave, exemption,
 * elsewhere and absence make no entry at all, so none of them deducts
 * (domain.md 5.4 rule 2).
 */
export function isAttendanceEvent(scheme: PioneerScheme, line: SignedLine): boolean {
  return isPresent(line.state) && !line.suspended && isIncluded(scheme, line.classes);
}

/**
 * Points of one more event of an item for somebody who has `already` points
 * from its earlier events of the period: what is left below the cap, down to
 * zero. An event at the cap still makes an entry, so that every record is seen
 * on the card. Reversed events keep their place below the cap.
 */
export function pointsOfEvent(item: SchemeItem, already: number): number {
  return hundredths(Math.min(item.points, Math.max(0, item.capPerPeriod - already)));
}

/** Points that `events` events of an item make together, in whatever order they were signed. */
export function pointsOfEvents(item: SchemeItem, events: number): number {
  return hundredths(Math.min(item.points * events, item.capPerPeriod));
}

/** Rounds away binary fractions: the ledger keeps hundredths. */
export function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}
