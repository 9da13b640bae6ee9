import { changesOf } from './changesOf';
import { findOrganisations, type OrganisationFinder, type Target } from './findOrganisation';
import { indexKnown, isPresent, type KnownIndex, type Matched, matchRow } from './matchRow';
import { normalName } from './normalName';
import {
  type CellProblem,
  type FileRow,
  type Known,
  type KnownOrganisation,
  type PlanLine,
  type PlanProblem,
  problemSentences,
  type RosterPlan,
} from './rosterPlan';

/** A file, the roster beside it, and who asks. */
export interface RosterComparison {
  rows: readonly FileRow[];
  cellProblems: readonly CellProblem[];
  known: readonly Known[];
  organisations: readonly KnownOrganisation[];
  scopeId: string;
  bureauNames: readonly string[];
  mayCreate: boolean;
  /** Lines that a person has said to be somebody new. */
  asNew: ReadonlySet<string>;
}

/**
 * Compares a read roster with the present one: every row of the file gets one
 * line, and so does everybody whom the file leaves out of a branch that it
 * names. Two rows never mean one member; a member is never found by the name
 * alone. Somebody in another branch needs reach over both.
 */
export function planRoster(comparison: RosterComparison): RosterPlan {
  const { rows, cellProblems, known, organisations } = comparison;
  const reach = new Set(organisations.filter((one) => one.isInReach).map((one) => one.id));
  // Whoever is in no branch has left, or is an administrator, who is not hinted at below.
  const isInReach = (member: Known) =>
    member.organisationId === null ? !member.isHeldAbove : reach.has(member.organisationId);
  const index = indexKnown(known, isInReach);
  const finder = findOrganisations(organisations, comparison);
  const targets = rows.map((row) => finder.target(row.organisationName));
  const near = new Set<string>();
  const first = rows.map((row, position) =>
    lineOf(`r${position}`, row, targets[position] as Target, finder, index, comparison, near),
  );
  const lines = [...withoutDoubles(first, index), ...cellProblems.map(cellLine)];

  // Whoever a problem row may mean is not called missing.
  for (const line of lines) {
    if (line.member) near.add(line.member.memberId);
    if (line.row && line.list === 'problems') {
      for (const one of index.byName.get(normalName(line.row.name)) ?? []) near.add(one.memberId);
    }
  }
  const named = new Set(targets.map((one) => one.organisationId).filter((id) => id !== null));
  const missing = known.filter(
    (one) =>
      isPresent(one) &&
      one.organisationId !== null &&
      named.has(one.organisationId) &&
      !near.has(one.memberId),
  );
  return {
    lines: [...lines, ...missing.map(missingLine)],
    unknownOrganisations: countNames(first, targets),
  };
}

function lineOf(
  lineId: string,
  row: FileRow,
  target: Target,
  finder: OrganisationFinder,
  index: KnownIndex,
  { asNew, organisations }: RosterComparison,
  near: Set<string>,
): PlanLine {
  const at = { ...row.at, column: null };
  const groupId = finder.group(row.groupName, target.organisationId);
  const base = { lineId, row, at, ...placing(target), groupId, changes: [], problem: null };
  const matched = matchRow(row, index, asNew.has(lineId));
  if (row.status === 'transferredOut') return goneLine(base, matched, index);
  if (matched.outcome === 'problem') {
    for (const one of matched.near) near.add(one.memberId);
    return { ...base, list: 'problems', member: null, problem: said(matched.code, matched.mayBeNew) };
  }
  if (target.problem) return { ...base, list: 'problems', member: null, problem: said(target.problem) };
  if (matched.outcome === 'new') return { ...base, list: 'added', member: null };
  const { member } = matched;
  const from = member.organisationId;
  const isMoved = isPresent(member) && (target.createName !== null || from !== target.organisationId);
  const canLeave = from === null || organisations.some((one) => one.id === from && one.isInReach);
  if (isMoved && !canLeave) return { ...base, list: 'problems', member: null, problem: said('otherBranch') };
  const changes = changesOf(row, member, { organisationId: target.organisationId, groupId });
  if (member.isHeldAbove && (isMoved || changes.length > 0))
    return { ...base, list: 'problems', member: null, problem: said('heldAbove') };
  const list = isMoved ? 'transferred' : changes.length > 0 ? 'changed' : 'unchanged';
  return { ...base, list, member, changes };
}

/** A row that says 已转出: who is still in the roster is asked about as if the file had left them out. */
function goneLine(base: Omit<PlanLine, 'list' | 'member'>, matched: Matched, index: KnownIndex): PlanLine {
  const member = matched.outcome === 'same' && index.isInReach(matched.member) ? matched.member : null;
  if (!member) return { ...base, list: 'problems', member, problem: said('alreadyGone') };
  return isPresent(member) ? { ...base, ...leaving(member), member } : { ...base, list: 'unchanged', member };
}

/** Rows that mean one member, one new person or one mobile number twice become problems, all of them. */
function withoutDoubles(lines: readonly PlanLine[], index: KnownIndex): PlanLine[] {
  const byMember = new Map<string, number>();
  const byMobile = new Map<string, number>();
  const byPerson = new Map<string, number>();
  const bump = (map: Map<string, number>, key: string | null) => {
    if (key !== null) map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const line of lines) {
    bump(byMember, line.member?.memberId ?? null);
    bump(byMobile, line.row?.mobile ?? null);
    bump(byPerson, personKey(line));
  }
  const holders = new Map<string, Known>();
  for (const namesakes of index.byName.values()) {
    for (const one of namesakes) if (one.mobile !== null && isPresent(one)) holders.set(one.mobile, one);
  }
  return lines.map((line) => {
    if (line.list === 'problems' || !line.row) return line;
    const is = (map: Map<string, number>, key: string | null) => key !== null && (map.get(key) ?? 0) > 1;
    const holder = line.row.mobile === null ? undefined : holders.get(line.row.mobile);
    const code: PlanProblem | null = is(byMember, line.member?.memberId ?? null)
      ? 'sameMember'
      : is(byPerson, personKey(line))
        ? 'twiceInFile'
        : is(byMobile, line.row.mobile)
          ? 'mobileTwice'
          : holder && holder.memberId !== line.member?.memberId && index.isInReach(holder)
            ? 'mobileTaken'
            : null;
    return code ? { ...line, list: 'problems', member: null, changes: [], problem: said(code) } : line;
  });
}

function personKey({ row, member }: PlanLine): string | null {
  if (!row || member) return null;
  const mark = row.mobile ?? row.joinedOn;
  return mark === null ? null : `${normalName(row.name)}|${mark}`;
}

/** What the reader of sheets says of a cell or a row. */
function cellLine({ at, code, message, weight }: CellProblem, position: number): PlanLine {
  return {
    lineId: `p${position}`,
    list: 'problems',
    row: null,
    at,
    member: null,
    organisationId: null,
    createName: null,
    groupId: null,
    changes: [],
    problem: { code, message, leftOut: weight === 'row', mayBeNew: false },
  };
}

function missingLine(member: Known): PlanLine {
  return {
    lineId: `m${member.number}`,
    row: null,
    at: null,
    member,
    organisationId: member.organisationId,
    createName: null,
    groupId: null,
    changes: [],
    ...leaving(member),
  };
}

/** Whom the file lets go may go; who holds a post above is not sent away from below (as with `roster.leave`). */
function leaving({ isHeldAbove }: Known): Pick<PlanLine, 'list' | 'problem'> {
  return isHeldAbove
    ? { list: 'problems', problem: said('leaverHeldAbove') }
    : { list: 'missing', problem: null };
}

function countNames(
  lines: readonly PlanLine[],
  targets: readonly Target[],
): { name: string; lines: number }[] {
  const counted = new Map<string, number>();
  lines.forEach((line, position) => {
    const target = targets[position];
    const isUnknown = target?.createName != null || target?.problem === 'organisationUnknown';
    const name = target?.createName ?? line.row?.organisationName;
    if (isUnknown && name) counted.set(name, (counted.get(name) ?? 0) + 1);
  });
  return [...counted].map(([name, count]) => ({ name, lines: count }));
}

function placing({ organisationId, createName }: Target) {
  return { organisationId, createName };
}

function said(code: PlanProblem, mayBeNew = false) {
  return { code, message: problemSentences[code], leftOut: true, mayBeNew };
}
