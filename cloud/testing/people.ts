import type { Post } from '../../src/domain/roster/posts';

/** Organisations of the test bureau, parents first. */
export const testOrganisations = {
  committee: { name: '测试局机关党委', level: 'organCommittee', parent: null },
  generalBranch: { name: '机关党总支', level: 'generalBranch', parent: 'committee' },
  branch: { name: '机关第一党支部', level: 'branch', parent: 'generalBranch' },
  group: { name: '第一党小组', level: 'group', parent: 'branch' },
  sibling: { name: '机关第二党支部', level: 'branch', parent: 'generalBranch' },
  team: { name: '青年理论学习小组', level: 'team', parent: 'committee' },
} as const;

export type TestOrganisation = keyof typeof testOrganisations;

interface TestPerson {
  name: string;
  /** The branch of right; null for somebody outside any branch. */
  home: TestOrganisation | null;
  kind?: 'full' | 'probationary';
  status?: 'suspended';
  mark?: 'retired' | 'frail' | 'floating' | 'longLeave';
  post?: { post: Post; at: TestOrganisation; named?: TestOrganisation[] };
  joins?: TestOrganisation;
}

const people = {
  member: { name: '江晨', home: 'branch' },
  secondMember: { name: '云帆', home: 'branch', joins: 'group' },
  probationary: { name: '新苗', home: 'branch', kind: 'probationary' },
  suspended: { name: '停一停', home: 'branch', status: 'suspended' },
  frail: { name: '松龄', home: 'branch', mark: 'frail' },
  longLeave: { name: '远行', home: 'branch', mark: 'longLeave' },
  retired: { name: '鹤年', home: 'branch', mark: 'retired' },
  secretary: { name: '禾书远', home: 'branch', post: { post: 'secretary', at: 'branch' } },
  deputySecretary: { name: '禾副', home: 'branch', post: { post: 'deputySecretary', at: 'branch' } },
  organisationOfficer: {
    name: '组织员',
    home: 'branch',
    post: { post: 'organisationOfficer', at: 'branch' },
  },
  publicityOfficer: { name: '宣传员', home: 'branch', post: { post: 'publicityOfficer', at: 'branch' } },
  disciplineOfficer: { name: '纪检员', home: 'branch', post: { post: 'disciplineOfficer', at: 'branch' } },
  groupLeader: { name: '组长甲', home: 'branch', post: { post: 'groupLeader', at: 'group' }, joins: 'group' },
  siblingMember: { name: '邻支员', home: 'sibling' },
  siblingSecretary: { name: '邻支书', home: 'sibling', post: { post: 'secretary', at: 'sibling' } },
  committeeSecretary: {
    name: '安书记',
    home: 'sibling',
    post: { post: 'committeeSecretary', at: 'committee' },
  },
  committeeOfficer: { name: '安如山', home: 'sibling', post: { post: 'committeeOfficer', at: 'committee' } },
  committeePublicity: {
    name: '叶知秋',
    home: 'sibling',
    post: { post: 'publicityOfficer', at: 'committee' },
  },
  disciplineCommittee: {
    name: '秦正',
    home: 'sibling',
    post: { post: 'disciplineCommittee', at: 'committee' },
  },
  clerk: { name: '墨小录', home: 'sibling', post: { post: 'clerk', at: 'committee', named: ['branch'] } },
  contactLeader: {
    name: '林领',
    home: 'sibling',
    post: { post: 'contactLeader', at: 'committee', named: ['branch'] },
  },
  supervisor: {
    name: '督明',
    home: 'sibling',
    post: { post: 'supervisor', at: 'committee', named: ['branch'] },
  },
  systemAdmin: { name: '管系统', home: null, post: { post: 'systemAdmin', at: 'committee' } },
  securityAdmin: { name: '管安全', home: null, post: { post: 'securityAdmin', at: 'committee' } },
  auditAdmin: { name: '管审计', home: null, post: { post: 'auditAdmin', at: 'committee' } },
} satisfies Record<string, TestPerson>;

export type TestPersonName = keyof typeof people;

/** One person for every post and every kind of member; obviously made-up names. */
export const testPeople: Record<TestPersonName, TestPerson> = people;
