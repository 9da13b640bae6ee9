import { createTestBureau, type TestWorld } from '../testing/bureau';
import { addPiece } from '../testing/pieces';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-11-25T08:30:00+08:00'));
afterEach(() => world.database.owner.pool.query('truncate piece, search_entry cascade'));

const titles = async (person: 'member' | 'siblingMember' | 'clerk', week: 'this' | 'last') =>
  (await world.ok(person, 'study.week', { week })).pieces.map((piece) => piece.title);

describe('study.week', () => {
  it('gives what is out from Monday to Sunday, by day, the bureau’s before the branch’s', async () => {
    await addPiece(world, { publishOn: '2026-11-22', title: '上周日' });
    await addPiece(world, { publishOn: '2026-11-24', at: 'branch', title: '支部周二' });
    await addPiece(world, { publishOn: '2026-11-24', title: '局周二' });
    await addPiece(world, { publishOn: '2026-11-23', title: '周一' });
    await addPiece(world, { publishOn: '2026-11-25', title: '今天' });
    await addPiece(world, { publishOn: '2026-11-26', title: '明天' });
    await addPiece(world, { publishOn: null, title: '没排的' });
    await addPiece(world, { publishOn: '2026-11-16', title: '上周一' });
    await addPiece(world, { publishOn: '2026-11-15', title: '上上周日' });
    const week = await world.ok('member', 'study.week', { week: 'this' });
    expect(week).toMatchObject({ from: '2026-11-23', until: '2026-11-29', leftOut: 0 });
    expect(week.pieces.map((piece) => piece.title)).toEqual(['周一', '局周二', '支部周二', '今天']);
    expect(week.pieces[0]).toMatchObject({
      publishOn: '2026-11-23',
      organisationName: '测试局机关党委',
      demo: false,
      blocks: [{ type: 'paragraph' }],
      source: { title: '药品管理法', article: '第五十八条' },
    });
    // Neither keys of the self-check nor anything of the reader's own is on paper.
    expect(JSON.stringify(week)).not.toMatch(/秘密|stamped|note/);
    expect(await titles('member', 'last')).toEqual(['上周一', '上周日']);
  });

  it('shows a branch its own pieces, never a sibling’s or another bureau’s', async () => {
    await addPiece(world, { publishOn: '2026-11-24', at: 'branch', title: '支部的' });
    await addPiece(world, { publishOn: '2026-11-24', at: 'sibling', title: '邻支部的' });
    await addPiece(world, { publishOn: '2026-11-24', bureau: world.foreign, title: '外单位的' });
    expect(await titles('member', 'this')).toEqual(['支部的']);
    expect(await titles('siblingMember', 'this')).toEqual(['邻支部的']);
    expect(await world.refused(null, 'study.week', { week: 'this' })).toBe('not_signed_in');
  });

  it('turns over at midnight from Sunday to Monday in Shanghai', async () => {
    await addPiece(world, { publishOn: '2026-11-23', title: '周一' });
    world.clock.set('2026-11-29T23:59:59+08:00');
    expect(await titles('member', 'this')).toEqual(['周一']);
    world.clock.set('2026-11-30T00:00:00+08:00');
    expect(await titles('member', 'this')).toEqual([]);
    expect(await titles('member', 'last')).toEqual(['周一']);
  });

  it('stays within one reply, and says how many pieces did not fit', async () => {
    for (const [day, at] of [
      ['23', 'committee'],
      ['23', 'branch'],
      ['24', 'committee'],
      ['24', 'branch'],
    ] as const) {
      await addPiece(world, { publishOn: `2026-11-${day}`, at });
    }
    const long = JSON.stringify(
      Array.from({ length: 45 }, () => ({ type: 'paragraph', text: '长'.repeat(2000) })),
    );
    await world.asActor('member', ({ trx }) => trx.updateTable('piece').set({ blocks: long }).execute());
    const week = await world.ok('member', 'study.week', { week: 'this' });
    expect(week.pieces).toHaveLength(2);
    expect(week.leftOut).toBe(2);
    expect(Buffer.byteLength(JSON.stringify(week))).toBeLessThan(900_000);
  });
});
