import type { Post } from '../../src/domain/roster/posts';
import { createTestBureau, TEST_NOW, type TestWorld } from '../testing/bureau';
import type { TestOrganisation, TestPersonName } from '../testing/people';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(TEST_NOW));

const term = (
  who: TestPersonName,
  post: Post,
  at: TestOrganisation,
  rest: { from?: string; to?: string | null } = {},
) => ({
  memberId: world.members[who],
  organisationId: world.organisations[at],
  post,
  from: '2026-11-23',
  to: null,
  named: [],
  ...rest,
});
const postsAt = async (at: TestOrganisation) =>
  (await world.ok('committeeOfficer', 'roster.posts', { organisationId: world.organisations[at] })).posts;
const held = async (who: TestPersonName, post: Post, at: TestOrganisation) => {
  const found = (await postsAt(at)).find((one) => one.memberId === world.members[who] && one.post === post);
  if (!found) throw new Error(`${who} does not hold ${post}`);
  return found;
};

describe('roster.appoint', () => {
  it('lets a secretary give the posts of the branch, and leaves secretaries and deputies to the committee', async () => {
    await world.ok('secretary', 'roster.appoint', term('secondMember', 'organisationOfficer', 'branch'));
    expect(
      await world.refused('secretary', 'roster.appoint', term('secondMember', 'deputySecretary', 'branch')),
    ).toBe('not_found');
    expect(
      await world.refused('deputySecretary', 'roster.appoint', term('retired', 'publicityOfficer', 'branch')),
    ).toBe('not_allowed');
    expect(
      await world.refused('secretary', 'roster.appoint', term('retired', 'committeeOfficer', 'committee')),
    ).toBe('not_found');
    expect(
      await world.refused('secretary', 'roster.appoint', term('siblingMember', 'publicityOfficer', 'branch')),
    ).toBe('not_found');
    await world.ok('secretary', 'roster.appoint', term('secondMember', 'groupLeader', 'group'));
    expect(
      await world.refused(
        'committeeOfficer',
        'roster.appoint',
        term('retired', 'securityAdmin', 'committee'),
      ),
    ).toBe('not_found');
    expect(
      await world.refused(
        'committeeOfficer',
        'roster.appoint',
        term('retired', 'committeeSecretary', 'committee'),
      ),
    ).toBe('not_found');
  });

  it('gives nobody a post by their own hand', async () => {
    for (const [who, post, at] of [
      ['secretary', 'publicityOfficer', 'branch'],
      ['committeeSecretary', 'committeeOfficer', 'committee'],
      ['systemAdmin', 'auditAdmin', 'committee'],
    ] as const) {
      expect(await world.refused(who, 'roster.appoint', term(who, post, at))).toBe('own_appointment');
    }
  });

  it('opens the post’s acts on its first day and closes them after its last', async () => {
    const days = { from: '2026-11-24', to: '2026-11-25' };
    await world.ok('secretary', 'roster.appoint', term('retired', 'publicityOfficer', 'branch', days));
    const draft = () => world.call('retired', 'study.desk', {});
    const outcomes: boolean[] = [];
    for (const now of [
      '2026-11-23T15:59:59Z',
      '2026-11-23T16:00:00Z',
      '2026-11-25T15:59:59Z',
      '2026-11-25T16:00:00Z',
    ]) {
      world.clock.set(now);
      outcomes.push((await draft()).ok);
    }
    expect(outcomes).toEqual([false, true, true, false]);
  });

  it('has one secretary at a time, also when two are appointed at once', async () => {
    expect(
      await world.refused(
        'committeeOfficer',
        'roster.appoint',
        term('siblingMember', 'secretary', 'sibling'),
      ),
    ).toBe('post_held');
    const replies = await Promise.all([
      world.call('committeeOfficer', 'roster.appoint', term('siblingMember', 'secretary', 'generalBranch')),
      world.call('committeeSecretary', 'roster.appoint', term('retired', 'secretary', 'generalBranch')),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['ok', 'post_held']);
  });

  it('knows which level has which post, and which comes with organisations', async () => {
    expect(
      await world.refused('committeeOfficer', 'roster.appoint', term('retired', 'secretary', 'group')),
    ).toBe('post_not_here');
    const clerk = term('retired', 'clerk', 'committee');
    expect(await world.refused('committeeOfficer', 'roster.appoint', clerk)).toBe('bad_input');
    const foreign = { ...clerk, named: [world.foreign.organisations.branch] };
    expect(await world.refused('committeeOfficer', 'roster.appoint', foreign)).toBe('not_found');
    await world.ok('committeeOfficer', 'roster.appoint', { ...clerk, named: [world.organisations.sibling] });
    expect((await held('retired', 'clerk', 'committee')).named).toEqual(['机关第二党支部']);
  });

  it('bears a fresh administrator who makes the first posts of an empty bureau', async () => {
    await world.ok('systemAdmin', 'roster.appoint', term('probationary', 'committeeOfficer', 'committee'));
    expect((await held('probationary', 'committeeOfficer', 'committee')).title).toBe('机关党委工作人员');
  });
});

describe('roster.endPost', () => {
  it('ends with its last day, is told, and conflicts when somebody was faster', async () => {
    const one = await held('publicityOfficer', 'publicityOfficer', 'branch');
    const input = { postId: one.postId, version: one.version, to: '2026-11-23' };
    const replies = await Promise.all([
      world.call('secretary', 'roster.endPost', input),
      world.call('committeeOfficer', 'roster.endPost', input),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
    const { notices } = await world.ok('publicityOfficer', 'reminder.inbox', {});
    expect(notices.filter(({ text }) => text.includes('到 2026-11-23 为止'))).toHaveLength(1);
    world.clock.set('2026-11-23T16:00:00Z');
    expect(await world.refused('publicityOfficer', 'study.desk', {})).toBe('not_allowed');
  });

  it('is not one’s own, nor another branch’s', async () => {
    const own = await held('secretary', 'secretary', 'branch');
    const input = { postId: own.postId, version: own.version, to: '2026-11-30' };
    expect(await world.refused('secretary', 'roster.endPost', input)).toMatch(
      /^(own_appointment|not_found)$/,
    );
    expect(await world.refused('siblingSecretary', 'roster.endPost', input)).toBe('not_found');
    expect(await world.foreign.refused('systemAdmin', 'roster.endPost', input)).toBe('not_found');
  });
});

describe('交接', () => {
  it('says what goes on under the successor and what stays, then changes hands by the day', async () => {
    const draft = {
      organisationId: world.organisations.sibling,
      kind: 'local' as const,
      title: '没写完的一篇',
      topic: '计量',
      blocks: [{ type: 'paragraph' as const, text: '先写一段。' }],
      source: { title: '计量法', article: '第一条', url: null, versionOn: '2018-10-26', checkedOn: null },
      checks: [],
    };
    const { pieceId } = await world.ok('siblingSecretary', 'study.saveDraft', draft);
    const one = await held('siblingSecretary', 'secretary', 'sibling');
    const preview = await world.ok('committeeOfficer', 'roster.handOverPreview', { postId: one.postId });
    expect(preview.moves).toContainEqual({ what: '没有写完或退回的篇目', size: 1 });
    expect(preview.stays.join('')).toContain('笔记');

    const input = {
      postId: one.postId,
      version: one.version,
      toMemberId: world.members.siblingMember,
      on: '2026-11-24',
      to: null,
    };
    expect(await world.refused('siblingSecretary', 'roster.handOver', input)).toBe('own_appointment');
    await world.ok('committeeOfficer', 'roster.handOver', input);
    expect(await world.refused('committeeOfficer', 'roster.handOver', input)).toMatch(
      /^(conflict|post_held)$/,
    );
    await world.ok('siblingSecretary', 'study.draft', { pieceId });
    expect(await world.refused('siblingMember', 'study.draft', { pieceId })).toMatch(/^not_/);
    world.clock.set('2026-11-23T16:00:00Z');
    await world.ok('siblingMember', 'study.draft', { pieceId });
    expect(await world.refused('siblingSecretary', 'study.draft', { pieceId })).toMatch(/^not_/);
    const terms = (await postsAt('sibling')).filter((each) => each.post === 'secretary');
    expect(terms.map((each) => [each.memberName, each.from, each.to])).toEqual([
      ['邻支书', '2025-01-01', '2026-11-23'],
      ['邻支员', '2026-11-24', null],
    ]);
  });

  it('moves no private note', async () => {
    // Notes are kept under the member's id; the post has no way to them (study.notes takes no other member).
    expect((await world.ok('siblingMember', 'study.notes', {})).notes).toEqual([]);
  });
});
