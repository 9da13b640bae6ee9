import { createTestBureau, TEST_NOW, type TestWorld } from '../testing/bureau';
import type { TestPersonName } from '../testing/people';
import { addNotice } from './addNotice';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(TEST_NOW);
  await world.database.owner.pool.query('truncate notice');
});

const tell = (person: TestPersonName, text: string) =>
  world.asActor('secretary', (context) => addNotice(context, world.members[person], text));
const inboxOf = async (person: TestPersonName) => (await world.ok(person, 'reminder.inbox', {})).notices;

describe('reminder.inbox', () => {
  it('shows the member’s own notices, newest first, each with its moment', async () => {
    await tell('member', '第一条');
    world.clock.set('2026-11-23T00:31:00.000Z');
    await tell('member', '第二条');
    await tell('secondMember', '别人的');
    expect(await inboxOf('member')).toMatchObject([
      { text: '第二条', at: '2026-11-23T00:31:00.000Z', unread: true },
      { text: '第一条', at: TEST_NOW, unread: true },
    ]);
  });

  it('shows the newest hundred of many', async () => {
    await world.asActor('secretary', async (context) => {
      for (let number = 1; number <= 101; number += 1) {
        const now = new Date(context.now.getTime() + number);
        await addNotice({ ...context, now }, world.members.member, `第 ${number} 条`);
      }
    });
    const texts = (await inboxOf('member')).map((notice) => notice.text);
    expect(texts).toHaveLength(100);
    expect(texts.at(-1)).toBe('第 2 条');
  });
});

describe('addNotice', () => {
  it('keeps where it leads', async () => {
    const target = { screen: 'piece', query: { pieceId: '01980000-0000-7000-8000-000000000001' } } as const;
    await world.asActor('secretary', (context) =>
      addNotice(context, world.members.member, '今天的一篇', target),
    );
    await tell('member', '不通向哪里');
    const targets = (await inboxOf('member')).map((notice) => notice.target);
    expect(targets).toHaveLength(2);
    expect(targets).toEqual(expect.arrayContaining([target, null]));
  });

  it('leaves nothing when what it tells of is rolled back', async () => {
    const broken = world.asActor('secretary', async (context) => {
      await addNotice(context, world.members.member, '没有发生的事');
      throw new Error('later in the request');
    });
    await expect(broken).rejects.toThrow('later in the request');
    expect(await inboxOf('member')).toEqual([]);
  });

  it('refuses a member of another bureau', async () => {
    const crossing = world.asActor('secretary', (context) =>
      addNotice(context, world.foreign.members.member, '越界'),
    );
    await expect(crossing).rejects.toThrow(/foreign key/);
  });
});

describe('reminder.markRead', () => {
  it('marks the own notice, twice without harm, and no other', async () => {
    await tell('member', '甲');
    await tell('member', '乙');
    const [newest] = await inboxOf('member');
    const noticeId = newest?.id ?? '';
    await world.ok('member', 'reminder.markRead', { noticeId });
    await world.ok('member', 'reminder.markRead', { noticeId });
    const after = await inboxOf('member');
    expect(after.filter((notice) => !notice.unread).map((notice) => notice.id)).toEqual([noticeId]);
    expect(after).toHaveLength(2);
  });

  it('does not find another member’s notice, nor another bureau’s, nor one that does not exist', async () => {
    await tell('secondMember', '别人的');
    const theirs = (await inboxOf('secondMember'))[0]?.id ?? '';
    for (const noticeId of [theirs, '01980000-0000-7000-8000-0000000000ff']) {
      expect(await world.refused('member', 'reminder.markRead', { noticeId })).toBe('not_found');
    }
    expect(await world.foreign.refused('secondMember', 'reminder.markRead', { noticeId: theirs })).toBe(
      'not_found',
    );
    expect((await inboxOf('secondMember'))[0]?.unread).toBe(true);
  });
});
