import { demoMembers, demoOrganisations } from './demoRoster';

describe('the demo roster', () => {
  const members = demoMembers('2026-11-22');

  it('has nine branches under a committee with two general branches, and about 140 members', () => {
    const count = (level: string) => demoOrganisations.filter((one) => one.level === level).length;
    expect([count('organCommittee'), count('generalBranch'), count('branch'), count('team')]).toEqual([
      1, 2, 9, 1,
    ]);
    expect(members).toHaveLength(140);
  });

  it('names everybody once', () => {
    expect(new Set(members.map((one) => one.name)).size).toBe(members.length);
    expect(new Set(members.map((one) => one.loginName)).size).toBe(members.length);
  });

  it('has exactly one secretary in office per branch, and one handover', () => {
    for (const branch of demoOrganisations.filter((one) => one.level === 'branch')) {
      const held = members
        .flatMap((one) => one.posts)
        .filter((post) => post.post === 'secretary' && post.at === branch.key);
      expect(held.filter((post) => !post.to)).toHaveLength(1);
    }
    expect(members.flatMap((one) => one.posts).filter((post) => post.to)).toHaveLength(1);
  });

  it('has members of every kind: on leave, frail, retired, floating, probationary, without a phone', () => {
    const marks = members.flatMap((one) => one.marks.map((mark) => mark.kind));
    expect(new Set(marks)).toEqual(new Set(['longLeave', 'frail', 'retired', 'floating']));
    expect(members.some((one) => one.kind === 'probationary')).toBe(true);
    expect(members.filter((one) => !one.hasPhone)).toHaveLength(1);
  });

  it('lets the clerk act for all nine branches', () => {
    expect(members.flatMap((one) => one.posts).find((post) => post.post === 'clerk')?.named).toHaveLength(9);
  });
});
