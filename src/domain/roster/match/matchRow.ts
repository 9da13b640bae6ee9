import { normalName } from './normalName';
import type { FileRow, Known, PlanProblem } from './rosterPlan';

/** Whom a row means. `near`: members it may mean, who are therefore not missing from the file. */
export type Matched =
  | { outcome: 'same'; member: Known }
  | { outcome: 'new' }
  | { outcome: 'problem'; code: PlanProblem; mayBeNew: boolean; near: readonly Known[] };

/** Members by what a row may name them with. */
export interface KnownIndex {
  byNumber: ReadonlyMap<string, Known>;
  byName: ReadonlyMap<string, readonly Known[]>;
  /** Somebody whom the person who imports may see: others are never hinted at. */
  isInReach(member: Known): boolean;
}

/** Members arranged for `matchRow`. */
export function indexKnown(known: readonly Known[], isInReach: (member: Known) => boolean): KnownIndex {
  const byName = new Map<string, Known[]>();
  for (const one of known) {
    const name = normalName(one.name);
    const namesakes = byName.get(name);
    if (namesakes) namesakes.push(one);
    else byName.set(name, [one]);
  }
  return { byNumber: new Map(known.map((one) => [one.number, one])), byName, isInReach };
}

/**
 * Whom a row of a roster means (issue, "Roster"): by our member number, else by
 * name with mobile, else by name with joining date (a month matches every day
 * in it), never by name alone; two matches are a problem. Present members come
 * before those who left.
 */
export function matchRow(row: FileRow, index: KnownIndex, asNew: boolean): Matched {
  if (row.number !== null) return matchNumber(row, index);
  const namesakes = index.byName.get(normalName(row.name)) ?? [];
  const present = namesakes.filter(isPresent);
  for (const some of [present, namesakes.filter((one) => !isPresent(one))]) {
    for (const agrees of [hasMobileOf, hasDateOf]) {
      const found = some.filter((one) => agrees(one, row));
      if (found.length === 1 && found[0]) return { outcome: 'same', member: found[0] };
      if (found.length > 1) return problem('twoMatches', found);
    }
  }
  const unclear = present.filter((one) => index.isInReach(one) && !isSurelyAnother(one, row));
  if (unclear.length > 0 && !asNew)
    return { outcome: 'problem', code: 'nameOnly', mayBeNew: true, near: unclear };
  return { outcome: 'new' };
}

function matchNumber(row: FileRow, index: KnownIndex): Matched {
  const found = index.byNumber.get(row.number?.toLowerCase() ?? '');
  if (!found) return problem('numberUnknown', []);
  // A changed name is believed when something else agrees: a slipped number must not rename a colleague.
  const isSame =
    normalName(found.name) === normalName(row.name) || hasMobileOf(found, row) || hasDateOf(found, row);
  if (isSame) return { outcome: 'same', member: found };
  // A number is a login name: a list of guesses must not tell which of them somebody elsewhere has.
  return index.isInReach(found) ? problem('numberOfAnother', [found]) : problem('numberUnknown', []);
}

function problem(code: PlanProblem, near: readonly Known[]): Matched {
  return { outcome: 'problem', code, mayBeNew: false, near };
}

/** Whether a member is on the roster now: also while suspended, no longer after leaving. */
export function isPresent(member: Known): boolean {
  return member.status === 'active' || member.status === 'suspended';
}

function hasMobileOf(member: Known, row: FileRow): boolean {
  return member.mobile !== null && member.mobile === row.mobile;
}

function hasDateOf(member: Known, row: FileRow): boolean {
  return member.joinedOn !== null && row.joinedOn !== null && isSameDate(member.joinedOn, row.joinedOn);
}

/** Another person beyond doubt: the joining dates differ and the mobile numbers do. */
function isSurelyAnother(member: Known, row: FileRow): boolean {
  return (
    member.mobile !== null &&
    row.mobile !== null &&
    member.mobile !== row.mobile &&
    member.joinedOn !== null &&
    row.joinedOn !== null &&
    !isSameDate(member.joinedOn, row.joinedOn)
  );
}

/** Days or months that do not contradict each other. */
export function isSameDate(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
