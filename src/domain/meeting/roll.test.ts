import fc from 'fast-check';
import { countRoll, isRollComplete, type RollLine, type RollState, rollKinds, rollPosts } from './roll';

const states: RollState[] = ['expected', 'present', 'late', 'leave', 'absent', 'exempt', 'elsewhere'];
const line = (state: RollState, due = true, voting = true): RollLine => ({ state, due, voting });
const anyLine = fc.record({ state: fc.constantFrom(...states), due: fc.boolean(), voting: fc.boolean() });

describe('counting a roll', () => {
  it('counts late as present, and leave, absent, exempt, elsewhere and not ticked as not', () => {
    expect(countRoll(states.map((state) => line(state)))).toEqual({
      dueCount: 7,
      presentCount: 2,
      presentBesidesCount: 0,
      votingDueCount: 7,
      votingPresentCount: 2,
    });
  });

  it('keeps who came without being due out of 实到, and their vote in the voting base', () => {
    const frailWhoCame = line('present', false, true);
    const probationary = line('present', true, false);
    const guest = line('present', false, false);
    expect(countRoll([frailWhoCame, probationary, guest])).toEqual({
      dueCount: 1,
      presentCount: 1,
      presentBesidesCount: 2,
      votingDueCount: 1,
      votingPresentCount: 1,
    });
  });

  it('counts nobody on an empty roll', () => {
    expect(countRoll([])).toEqual({
      dueCount: 0,
      presentCount: 0,
      presentBesidesCount: 0,
      votingDueCount: 0,
      votingPresentCount: 0,
    });
  });

  it('never has more present than due, and loses nobody', () => {
    fc.assert(
      fc.property(fc.array(anyLine), (lines) => {
        const count = countRoll(lines);
        expect(count.presentCount).toBeLessThanOrEqual(count.dueCount);
        expect(count.votingPresentCount).toBeLessThanOrEqual(count.votingDueCount);
        expect(count.presentCount + count.presentBesidesCount).toBe(
          lines.filter(({ state }) => state === 'present' || state === 'late').length,
        );
      }),
    );
  });
});

describe('a complete roll', () => {
  it.each([
    ['everybody ticked', [line('present'), line('absent')], true],
    ['one due person not ticked', [line('present'), line('expected')], false],
    ['only a person not due is not ticked', [line('present'), line('expected', false)], true],
    ['nobody at all', [], true],
  ])('%s', (_, lines, expected) => {
    expect(isRollComplete(lines)).toBe(expected);
  });
});

describe('whose names stand on a roll', () => {
  it('never makes one kind of affiliation both a member and a guest', () => {
    for (const level of [
      'leadingGroup',
      'organCommittee',
      'generalBranch',
      'branch',
      'group',
      'team',
    ] as const) {
      const { members, guests } = rollKinds(level);
      expect(members.length).toBeGreaterThan(0);
      expect(members.filter((kind) => guests.includes(kind))).toEqual([]);
    }
  });

  it('is the committee alone at a committee meeting of a branch, and everybody at any other', () => {
    expect(rollPosts('committeeMeeting', 'branch')).toContain('secretary');
    expect(rollPosts('committeeMeeting', 'branch')).not.toContain('groupLeader');
    expect(rollPosts('themeDay', 'branch')).toBeNull();
    expect(rollPosts('committeeMeeting', 'organCommittee')).toBeNull();
  });

  it('takes the formal members of a branch and the own members of groups and teams', () => {
    expect(rollKinds('branch').members).toEqual(['formal']);
    expect(rollKinds('group').members).toEqual(['group']);
    expect(rollKinds('team').members).toEqual(['team']);
    expect(rollKinds('organCommittee').members).toEqual(['formal', 'dual']);
  });
});
