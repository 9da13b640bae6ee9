import { problemAt, rowName } from './rosterProblems';
import type { RosterProblem, RosterProblemCode, RosterRow } from './rosterSheet';

/**
 * Leaves out the later of two rows that are one person: the same number of ours, or the same name with the same
 * mobile, or with the same joining day as long as their mobiles do not differ. Never by name alone (domain.md 4.6),
 * and two numbers of ours are two people. Different people with one mobile both stay, and so do namesakes whom nothing
 * tells apart; either is said.
 */
export function findRepeated(rows: readonly RosterRow[]): { rows: RosterRow[]; problems: RosterProblem[] } {
  const kept: RosterRow[] = [];
  const problems: RosterProblem[] = [];
  // One look at a key each: a file of 50,000 equal rows takes no longer than another.
  const seen = new Map<string, RosterRow>();
  const say = (code: RosterProblemCode, row: RosterRow, other: RosterRow) =>
    problems.push(problemAt(code, row.at, null, { detail: `（${rowName(row.at, other.at)}）` }));
  for (const row of rows) {
    const numbered = row.number === null ? undefined : seen.get(`number ${row.number}`);
    if (numbered) {
      say('sameNumberTwice', row, numbered);
      continue;
    }
    const keys = keysOf(row);
    const same = keys.find.map((key) => seen.get(key)).find((other) => other && mayBeOne(row, other));
    if (same) {
      say('samePersonTwice', row, same);
      continue;
    }
    const phone = row.mobile === null ? undefined : seen.get(`mobile ${row.mobile}`);
    if (phone) say('sameMobileTwice', row, phone);
    const namesake = seen.get(`name ${row.name}`);
    if (namesake && !isSurelyAnother(row, namesake)) say('sameNameTwice', row, namesake);
    kept.push(row);
    for (const key of keys.remember) if (!seen.has(key)) seen.set(key, row);
  }
  return { rows: kept, problems };
}

/** Under which keys a row is remembered, and under which an earlier row is the same person. */
function keysOf({ name, mobile, number, joinedOn }: RosterRow): { find: string[]; remember: string[] } {
  const find: string[] = [];
  const remember: string[] = [`name ${name}`];
  if (number !== null) remember.push(`number ${number}`);
  if (mobile !== null) {
    find.push(`name ${name}, mobile ${mobile}`);
    remember.push(`name ${name}, mobile ${mobile}`, `mobile ${mobile}`);
  }
  // A whole day only: two people of one name may well have joined in one month.
  if (joinedOn?.length === 10) {
    const joined = `name ${name}, joined ${joinedOn}`;
    find.push(mobile === null ? joined : `${joined}, no mobile`);
    remember.push(joined);
    if (mobile === null) remember.push(`${joined}, no mobile`);
  }
  return { find, remember };
}

function mayBeOne(one: RosterRow, other: RosterRow): boolean {
  return one.number === null || other.number === null || one.number === other.number;
}

/** Two numbers of ours, two mobiles or two joining days. */
function isSurelyAnother(one: RosterRow, other: RosterRow): boolean {
  const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  const isDay = one.joinedOn?.length === other.joinedOn?.length;
  return (
    differ(one.number, other.number) ||
    differ(one.mobile, other.mobile) ||
    (isDay && differ(one.joinedOn, other.joinedOn))
  );
}
