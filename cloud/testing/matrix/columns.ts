import type { OrganisationLevel, Post } from '../../../src/domain/roster/posts';

/** The tree of the matrix: every column has something beside, above, below and far from it. Parents first. */
export const tree = {
  party: { level: 'leadingGroup', parent: null },
  committee: { level: 'organCommittee', parent: 'party' },
  generalBranch: { level: 'generalBranch', parent: 'committee' },
  branch: { level: 'branch', parent: 'generalBranch' },
  group: { level: 'group', parent: 'branch' },
  secondGroup: { level: 'group', parent: 'branch' },
  sibling: { level: 'branch', parent: 'generalBranch' },
  otherGeneralBranch: { level: 'generalBranch', parent: 'committee' },
  foreign: { level: 'branch', parent: 'otherGeneralBranch' },
  foreignGroup: { level: 'group', parent: 'foreign' },
  otherCommittee: { level: 'organCommittee', parent: 'party' },
  farBranch: { level: 'branch', parent: 'otherCommittee' },
} as const satisfies Record<string, { level: OrganisationLevel; parent: string | null }>;

export type TreeKey = keyof typeof tree;

/** Where a thing stands, seen from the column's post; `named` is an organisation listed with the post (代录, 联系点). */
export const organisationPlaces = ['own', 'named', 'below', 'sibling', 'parent', 'foreign'] as const;

/** `self`: it is the person's own; `tenant`: it is of another bureau. */
export type Place = (typeof organisationPlaces)[number] | 'self' | 'tenant';

export interface Column {
  /** Null: nobody has signed in. */
  person: {
    /** The branch of right. */
    home: TreeKey;
    kind?: 'probationary';
    joins?: TreeKey;
    post?: { post: Post; at: TreeKey; named?: TreeKey; until?: string };
  } | null;
  places: Partial<Record<(typeof organisationPlaces)[number], TreeKey>>;
}

const ofBranch: Column['places'] = {
  own: 'branch',
  below: 'group',
  sibling: 'sibling',
  parent: 'generalBranch',
  foreign: 'foreign',
};
const ofGroup: Column['places'] = {
  own: 'group',
  sibling: 'secondGroup',
  parent: 'branch',
  foreign: 'foreignGroup',
};
const ofGeneralBranch: Column['places'] = {
  own: 'generalBranch',
  below: 'branch',
  sibling: 'otherGeneralBranch',
  parent: 'committee',
  foreign: 'farBranch',
};
const ofCommittee: Column['places'] = {
  own: 'committee',
  below: 'branch',
  sibling: 'otherCommittee',
  parent: 'party',
  foreign: 'farBranch',
};
const withNamedBranch: Column['places'] = { ...ofCommittee, named: 'branch', below: 'sibling' };

const inBranch = (post: Post): Column => ({
  person: { home: 'branch', post: { post, at: 'branch' } },
  places: ofBranch,
});
/** Staff of the committee belong to a branch that is none of their places, so that only the post speaks. */
const inCommittee = (post: Post): Column => ({
  person: { home: 'foreign', post: { post, at: 'committee' } },
  places: ofCommittee,
});
const withNamed = (post: Post): Column => ({
  person: { home: 'foreign', post: { post, at: 'committee', named: 'branch' } },
  places: withNamedBranch,
});

/** One person for every post, for those without one, and for nobody. */
export const columns = {
  secretary: inBranch('secretary'),
  deputySecretary: inBranch('deputySecretary'),
  organisationOfficer: inBranch('organisationOfficer'),
  publicityOfficer: inBranch('publicityOfficer'),
  disciplineOfficer: inBranch('disciplineOfficer'),
  groupLeader: {
    person: { home: 'branch', joins: 'group', post: { post: 'groupLeader', at: 'group' } },
    places: ofGroup,
  },
  committeeSecretary: inCommittee('committeeSecretary'),
  committeeOfficer: inCommittee('committeeOfficer'),
  disciplineCommittee: inCommittee('disciplineCommittee'),
  clerk: withNamed('clerk'),
  contactLeader: withNamed('contactLeader'),
  supervisor: withNamed('supervisor'),
  systemAdmin: inCommittee('systemAdmin'),
  securityAdmin: inCommittee('securityAdmin'),
  auditAdmin: inCommittee('auditAdmin'),
  // The same post elsewhere in the tree.
  generalBranchSecretary: {
    person: { home: 'sibling', post: { post: 'secretary', at: 'generalBranch' } },
    places: ofGeneralBranch,
  },
  committeePublicity: inCommittee('publicityOfficer'),
  // A post whose term ended yesterday is none.
  formerSecretary: {
    person: { home: 'branch', post: { post: 'secretary', at: 'branch', until: '2026-11-22' } },
    places: ofBranch,
  },
  member: { person: { home: 'branch' }, places: ofBranch },
  probationary: { person: { home: 'branch', kind: 'probationary' }, places: ofBranch },
  nobody: { person: null, places: ofBranch },
} as const satisfies Record<Post | 'member' | 'probationary' | 'nobody' | (string & {}), Column>;

export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns) as ColumnName[];

/** The column with its type widened, so that callers need not tell literals apart. */
export function columnOf(name: ColumnName): Column {
  return columns[name];
}
