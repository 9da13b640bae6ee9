import { createTestBureau, type TestWorld } from '../testing/bureau';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
afterEach(() => world.database.owner.pool.query('truncate piece, search_entry, notice cascade'));

const taken = async (keys: string[]) => ({ organisationId: world.organisations.committee, keys });
const firstKeys = async (count: number) =>
  (await world.ok('committeePublicity', 'study.starter', {})).pieces
    .slice(0, count)
    .map((piece) => piece.key);

describe('the starter content', () => {
  it('is handed in for the second person, and nobody reads it before', async () => {
    const keys = await firstKeys(3);
    expect(await world.ok('committeePublicity', 'study.takeStarter', await taken(keys))).toEqual({
      taken: 3,
      left: 0,
    });
    const desk = await world.ok('committeeOfficer', 'study.desk', {});
    expect(desk.pieces.map((piece) => piece.state)).toEqual(['submitted', 'submitted', 'submitted']);
    const [piece] = desk.pieces;
    const pieceId = piece?.id ?? '';
    expect(await world.refused('member', 'study.piece', { pieceId })).toBe('not_found');
    const draft = await world.ok('committeeOfficer', 'study.draft', { pieceId });
    expect(draft.source?.checkedOn).toBeNull();
    // Whoever took it over is its author.
    const approve = { pieceId, version: 2, decision: 'approve', note: '', publishOn: '2026-11-24' } as const;
    expect(await world.refused('committeePublicity', 'study.review', approve)).not.toBe('not_found');
    await world.ok('committeeOfficer', 'study.review', { ...approve, note: '与现行版本核对过' });
    world.clock.set('2026-11-24T08:00:00+08:00');
    expect((await world.ok('member', 'study.today', {})).piece).toMatchObject({ id: pieceId, demo: false });
    const { notices } = await world.ok('committeeOfficer', 'reminder.inbox', {});
    expect(notices.map((notice) => notice.text)).toEqual(['起步内容 3 篇等您审核，一篇一篇看过才发']);
  });

  it('is there once, also when two people take it at once', async () => {
    const keys = await firstKeys(2);
    const [one, two] = await Promise.all([
      world.ok('committeePublicity', 'study.takeStarter', await taken(keys)),
      world.ok('committeeOfficer', 'study.takeStarter', await taken(keys)),
    ]);
    expect([one.taken, two.taken].sort()).toEqual([0, 2]);
    const { pieces } = await world.ok('committeeOfficer', 'study.starter', {});
    expect(pieces.filter((piece) => piece.isThere)).toHaveLength(2);
    // Another bureau has its own.
    const foreign = await world.foreign.ok('committeeOfficer', 'study.starter', {});
    expect(foreign.pieces.filter((piece) => piece.isThere)).toEqual([]);
  });

  it('is for those who write for the organisation, and knows its own keys only', async () => {
    const keys = await firstKeys(1);
    expect(await world.refused('member', 'study.starter', {})).toBe('not_allowed');
    expect(await world.refused('member', 'study.takeStarter', await taken(keys))).toBe('not_allowed');
    expect(await world.refused('secretary', 'study.takeStarter', await taken(keys))).toBe('not_found');
    expect(await world.foreign.refused('committeeOfficer', 'study.takeStarter', await taken(keys))).toBe(
      'not_found',
    );
    expect(await world.refused('committeePublicity', 'study.takeStarter', await taken(['__proto__']))).toBe(
      'bad_input',
    );
  });
});
