import type { OrganisationLevel, Post } from '../roster/posts';

/** State of one person on the roll; `expected` is not yet ticked (domain.md 3, Attendance). */
export type RollState = 'expected' | 'present' | 'late' | 'leave' | 'absent' | 'exempt' | 'elsewhere';

type AffiliationKind = 'formal' | 'temporary' | 'dual' | 'group' | 'team';

/** Whose names stand on a roll: `members` by right, `guests` shown as invited and never due. */
export interface RollKinds {
  members: readonly AffiliationKind[];
  guests: readonly AffiliationKind[];
}

/**
 * Which kinds of affiliation to an organisation put a person on the roll of its
 * meetings. A branch's own members are its formal ones; whoever takes part
 * there from elsewhere is a guest (domain.md 4.6: one affiliation, several
 * places of organisational life). A committee has no formal members of its own
 * besides those who hold theirs elsewhere as well, so dual ones belong there.
 */
export function rollKinds(level: OrganisationLevel): RollKinds {
  switch (level) {
    case 'branch':
      return { members: ['formal'], guests: ['dual', 'temporary'] };
    case 'group':
      return { members: ['group'], guests: [] };
    case 'team':
      return { members: ['team'], guests: [] };
    case 'leadingGroup':
    case 'organCommittee':
    case 'generalBranch':
      return { members: ['formal', 'dual'], guests: ['temporary'] };
  }
}

/** A branch's committee: its secretary, deputy and officers (domain.md 4.1). */
const branchCommitteePosts: readonly Post[] = [
  'secretary',
  'deputySecretary',
  'organisationOfficer',
  'publicityOfficer',
  'disciplineOfficer',
];

/**
 * The posts whose holders are the roll of a meeting, or null when everybody of
 * the organisation is: a committee meeting of a branch or general branch is its
 * committee's (domain.md 4.2: half of the committee members must be there).
 */
export function rollPosts(type: string, level: OrganisationLevel): readonly Post[] | null {
  return type === 'committeeMeeting' && (level === 'branch' || level === 'generalBranch')
    ? branchCommitteePosts
    : null;
}

/**
 * Marks that take a person off the due list, the one named first being the
 * reason shown (domain.md 4.3, 4.6: no hard demand). Retirement is none of
 * them. A mark never takes away a vote: leaving somebody out of the voting base
 * needs the consent of the superior and of the meeting (4.3, S-18).
 */
export const excusingMarks = ['frail', 'longLeave', 'floating'] as const;

/** What counting needs of one line of the roll. */
export interface RollLine {
  due: boolean;
  voting: boolean;
  state: RollState;
}

/** The figures of a roll; the voting base is a different number and stays apart (domain.md 4.3). */
export interface RollCount {
  /** 应到 */
  dueCount: number;
  /** 实到: present or late, of those due. */
  presentCount: number;
  /** Came without being due: frail members, guests. Shown beside 实到, never in it. */
  presentBesidesCount: number;
  votingDueCount: number;
  votingPresentCount: number;
}

/** True when a person is or was in the room; late is present. */
export function isPresent(state: RollState): boolean {
  return state === 'present' || state === 'late';
}

/** Counts a roll. `presentCount` is at most `dueCount`, `votingPresentCount` at most `votingDueCount`. */
export function countRoll(lines: readonly RollLine[]): RollCount {
  const here = lines.filter((line) => isPresent(line.state));
  const presentCount = here.filter((line) => line.due).length;
  return {
    dueCount: lines.filter((line) => line.due).length,
    presentCount,
    presentBesidesCount: here.length - presentCount,
    votingDueCount: lines.filter((line) => line.voting).length,
    votingPresentCount: here.filter((line) => line.voting).length,
  };
}

/** True when everybody who is due has been ticked one way or another; only then a record is signed off. */
export function isRollComplete(lines: readonly RollLine[]): boolean {
  return lines.every((line) => !line.due || line.state !== 'expected');
}
