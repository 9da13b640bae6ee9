import { addDays } from '../../../src/domain/calendar/shanghai';
import type { OrganisationLevel, Post } from '../../../src/domain/roster/posts';

/** One organisation of the demo bureau; `key` is what the other tables of this file say. */
export interface DemoOrganisation {
  key: string;
  name: string;
  level: OrganisationLevel;
  parent: string | null;
}

/** A committee, two general branches, nine branches, two groups and a cross-branch team (issue, section 3). */
export const demoOrganisations: readonly DemoOrganisation[] = [
  { key: 'committee', name: '演示局机关党委', level: 'organCommittee', parent: null },
  { key: 'organGeneral', name: '机关党总支', level: 'generalBranch', parent: 'committee' },
  { key: 'fieldGeneral', name: '基层党总支', level: 'generalBranch', parent: 'committee' },
  { key: 'organ1', name: '机关第一党支部', level: 'branch', parent: 'organGeneral' },
  { key: 'organ2', name: '机关第二党支部', level: 'branch', parent: 'organGeneral' },
  { key: 'organ3', name: '机关第三党支部', level: 'branch', parent: 'organGeneral' },
  { key: 'enforcement', name: '综合执法党支部', level: 'branch', parent: 'fieldGeneral' },
  { key: 'chengguan', name: '城关所党支部', level: 'branch', parent: 'fieldGeneral' },
  { key: 'townships', name: '乡镇所联合党支部', level: 'branch', parent: 'fieldGeneral' },
  { key: 'laboratory', name: '检验检测中心党支部', level: 'branch', parent: 'fieldGeneral' },
  { key: 'retired', name: '退休干部党支部', level: 'branch', parent: 'committee' },
  { key: 'smallBusiness', name: '小个专党支部', level: 'branch', parent: 'committee' },
  { key: 'organ2a', name: '第一党小组', level: 'group', parent: 'organ2' },
  { key: 'organ2b', name: '第二党小组', level: 'group', parent: 'organ2' },
  { key: 'youth', name: '青年理论学习小组', level: 'team', parent: 'committee' },
];

/** Members by branch; together 140 with the administrator. */
const branchSizes: Record<string, number> = {
  organ1: 16,
  organ2: 19,
  organ3: 15,
  enforcement: 18,
  chengguan: 12,
  townships: 17,
  laboratory: 16,
  retired: 16,
  smallBusiness: 10,
};

export interface DemoMember {
  /** The number is also the login name. */
  loginName: string;
  name: string;
  branch: string | null;
  kind: 'full' | 'probationary';
  joinedOn: string;
  hasPhone: boolean;
  marks: { kind: 'retired' | 'frail' | 'floating' | 'longLeave'; from: string; to?: string }[];
  joins: string[];
  posts: { post: Post; at: string; from: string; to?: string; named?: string[] }[];
}

/** Days before today on which 机关第二党支部 got its new secretary. */
export const HANDOVER_DAYS_AGO = 60;

/**
 * The members of the demo bureau on `today`; names are made of plants, weather
 * and landscape and belong to nobody. Among them one new secretary after a
 * handover, a clerk acting for all branches, one member on leave, one frail, one
 * without a phone, floating and probationary ones.
 */
export function demoMembers(today: string): DemoMember[] {
  const long = addDays(today, -2000);
  const handover = addDays(today, -HANDOVER_DAYS_AGO);
  const nextName = nameGenerator();
  let number = 100;
  const plain = (branch: string | null, name = nextName()): DemoMember => {
    number += 1;
    return {
      loginName: `d${String(number).padStart(7, '0')}`,
      name,
      branch,
      kind: 'full',
      joinedOn: addDays(today, -(1500 + ((number * 397) % 13000))),
      hasPhone: true,
      marks: [],
      joins: [],
      posts: [],
    };
  };
  const shoe = (loginName: string, name: string, branch: string, posts: DemoMember['posts']): DemoMember => ({
    ...plain(branch, name),
    loginName,
    posts,
  });
  const branches = Object.keys(branchSizes);
  const named: DemoMember[] = [
    { ...shoe('d0000001', '江晨', 'organ2', []), joins: ['organ2a', 'youth'] },
    {
      ...shoe('d0000002', '禾书远', 'organ2', [{ post: 'secretary', at: 'organ2', from: handover }]),
      joins: ['organ2b'],
    },
    shoe('d0000003', '叶知秋', 'organ1', [{ post: 'publicityOfficer', at: 'committee', from: long }]),
    shoe('d0000004', '安如山', 'organ1', [{ post: 'committeeOfficer', at: 'committee', from: long }]),
    shoe('d0000005', '墨小录', 'organ3', [{ post: 'clerk', at: 'committee', from: long, named: branches }]),
    shoe('d0000006', '柏川', 'organ2', [
      { post: 'secretary', at: 'organ2', from: long, to: addDays(handover, -1) },
      { post: 'organisationOfficer', at: 'organ2', from: handover },
    ]),
    { ...shoe('d0000007', '松延年', 'organ2', []), marks: [{ kind: 'frail', from: addDays(today, -400) }] },
    {
      ...shoe('d0000008', '云行远', 'organ2', []),
      marks: [{ kind: 'longLeave', from: addDays(today, -45), to: addDays(today, 120) }],
    },
    { ...shoe('d0000009', '石不语', 'organ2', []), hasPhone: false },
    {
      ...shoe('d0000010', '苗初青', 'organ2', []),
      kind: 'probationary',
      joinedOn: addDays(today, -200),
      joins: ['organ2a'],
    },
    shoe('d0000011', '竹长青', 'organ3', [{ post: 'committeeSecretary', at: 'committee', from: long }]),
    shoe('d0000012', '溪清明', 'organ1', [{ post: 'disciplineCommittee', at: 'committee', from: long }]),
    shoe('d0000013', '岩守正', 'organ3', [
      { post: 'contactLeader', at: 'committee', from: long, named: ['chengguan'] },
    ]),
    shoe('d0000014', '泉见底', 'organ1', [
      { post: 'supervisor', at: 'committee', from: long, named: ['chengguan', 'townships'] },
    ]),
  ];
  const members = [...named];
  for (const [branch, size] of Object.entries(branchSizes)) {
    const present = members.filter((one) => one.branch === branch).length;
    for (let index = present; index < size; index += 1) members.push(plain(branch));
    appointBranchCommittee(
      members.filter((one) => one.branch === branch),
      branch,
      long,
    );
  }
  // An administrator outside any branch, who keeps the system and not the party life.
  members.push({ ...plain(null), posts: [{ post: 'systemAdmin', at: 'committee', from: long }] });
  markSpecialCases(members, today);
  return members;
}

/** Secretary and the three officers, where the branch has none yet (domain.md 4.1: 7 or more full members have a committee). */
function appointBranchCommittee(members: readonly DemoMember[], branch: string, from: string): void {
  const free = members.filter(
    (one) =>
      one.posts.length === 0 &&
      one.marks.length === 0 &&
      one.hasPhone &&
      one.kind === 'full' &&
      one.name !== '江晨',
  );
  for (const post of ['secretary', 'organisationOfficer', 'publicityOfficer', 'disciplineOfficer'] as const) {
    const isHeld = members.some((one) =>
      one.posts.some((held) => held.at === branch && held.post === post && !held.to),
    );
    if (!isHeld) free.shift()?.posts.push({ post, at: branch, from });
  }
}

function markSpecialCases(members: readonly DemoMember[], today: string): void {
  for (const one of members.filter(({ branch }) => branch === 'retired')) {
    one.marks.push({ kind: 'retired', from: addDays(today, -1200) });
  }
  const plain = members.filter(
    ({ branch, posts, marks }) => branch && branch !== 'organ2' && posts.length === 0 && marks.length === 0,
  );
  for (const one of plain.slice(3, 6)) one.marks.push({ kind: 'floating', from: addDays(today, -240) });
  for (const one of plain.slice(8, 11)) {
    one.kind = 'probationary';
    one.joinedOn = addDays(today, -150);
  }
  for (const one of plain.slice(20, 26)) one.joins.push('youth');
}

const firstParts = [...'云江禾叶松柏竹石泉林溪岚麦梅兰荷桐枫杉榆'];
const secondParts = [
  '晚晴',
  '向阳',
  '听雨',
  '知夏',
  '望舒',
  '清和',
  '归舟',
  '拂晓',
  '临风',
  '初雪',
  '长河',
  '观澜',
  '寄远',
  '若水',
];

/** Every pair once: twenty first parts by fourteen second parts. */
function nameGenerator(): () => string {
  let index = 0;
  return () => {
    const first = firstParts[index % firstParts.length] ?? '';
    const second =
      secondParts[
        ((index % firstParts.length) + Math.floor(index / firstParts.length)) % secondParts.length
      ] ?? '';
    index += 1;
    return `${first}${second}`;
  };
}
