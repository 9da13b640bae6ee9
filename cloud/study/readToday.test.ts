import { createTestBureau, TEST_NOW, type TestWorld } from '../testing/bureau';
import { addPiece } from '../testing/pieces';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(TEST_NOW));
afterEach(() => world.database.owner.pool.query('truncate piece, study_mark, calendar_day cascade'));

const at = (time: string) => world.clock.set(`${time}+08:00`);

describe('study.today', () => {
  it("gives the bureau's piece to everybody, and neither key nor explanation with it", async () => {
    const id = await addPiece(world, { publishOn: '2026-11-23' });
    for (const person of ['member', 'siblingMember', 'systemAdmin', 'retired'] as const) {
      const today = await world.ok(person, 'study.today', {});
      expect(today).toMatchObject({
        day: '2026-11-23',
        dayKind: 'workday',
        calendarKnown: true,
        again: false,
      });
      expect(today.piece).toMatchObject({
        id,
        stamped: false,
        publishOn: '2026-11-23',
        length: 13,
        readingMinutes: 1,
      });
      expect(today.piece?.checks.map((check) => Object.keys(check).sort())).toEqual(
        [0, 1, 2].map(() => ['options', 'position', 'stem', 'type']),
      );
      expect(JSON.stringify(today)).not.toContain('秘密');
    }
  });

  it('publishes at 07:30 and not a moment before', async () => {
    const id = await addPiece(world, { publishOn: '2026-11-23' });
    at('2026-11-23T07:29:59.999');
    expect(await world.ok('member', 'study.today', {})).toMatchObject({
      piece: null,
      again: false,
      catchUp: [],
    });
    expect(await world.refused('member', 'study.piece', { pieceId: id })).toBe('not_found');
    at('2026-11-23T07:30:00.000');
    expect(await world.ok('member', 'study.today', {})).toMatchObject({ piece: { id }, again: false });
  });

  it("gives the branch's own piece when the bureau has none, to that branch and the groups of its people only", async () => {
    const id = await addPiece(world, {
      publishOn: '2026-11-23',
      at: 'branch',
      author: 'publicityOfficer',
      reviewer: 'secretary',
    });
    expect(await world.ok('member', 'study.today', {})).toMatchObject({
      piece: { id, organisationName: '机关第一党支部' },
    });
    expect(await world.ok('groupLeader', 'study.today', {})).toMatchObject({ piece: { id } });
    expect(await world.ok('siblingMember', 'study.today', {})).toMatchObject({ piece: null, catchUp: [] });
    expect(await world.foreign.ok('member', 'study.today', {})).toMatchObject({ piece: null });
  });

  it("prefers the bureau's piece and keeps the branch's beside it, as no second duty", async () => {
    const branch = await addPiece(world, {
      publishOn: '2026-11-23',
      at: 'branch',
      author: 'publicityOfficer',
      reviewer: 'secretary',
    });
    const bureau = await addPiece(world, { publishOn: '2026-11-23' });
    const today = await world.ok('member', 'study.today', {});
    expect(today.piece?.id).toBe(bureau);
    expect(today.catchUp.map((piece) => piece.id)).toEqual([branch]);
  });

  it("prefers the own branch's piece to that of a team", async () => {
    await addPiece(world, { publishOn: '2026-11-23', at: 'generalBranch' });
    const own = await addPiece(world, { publishOn: '2026-11-23', at: 'branch' });
    await addPiece(world, { publishOn: '2026-11-23', at: 'group' });
    expect((await world.ok('secondMember', 'study.today', {})).piece?.id).toBe(own);
  });

  it('offers an earlier piece on a working day without one, the same one after it is marked', async () => {
    const ids = await Promise.all(
      ['2026-11-18', '2026-11-19', '2026-11-20'].map((publishOn) => addPiece(world, { publishOn })),
    );
    const first = await world.ok('member', 'study.today', {});
    expect(first).toMatchObject({ dayKind: 'workday', again: true, piece: { stamped: false } });
    expect(ids).toContain(first.piece?.id);
    expect(first.catchUp.map((piece) => piece.id)).not.toContain(first.piece?.id);
    await world.ok('member', 'study.mark', { pieceId: first.piece!.id });
    const second = await world.ok('member', 'study.today', {});
    expect(second).toMatchObject({
      again: true,
      piece: { id: first.piece?.id, stamped: true },
      stampedThisMonth: 1,
    });
  });

  it('is not blank on a day of rest either, and says that it is one', async () => {
    const id = await addPiece(world, { publishOn: '2026-11-20' });
    at('2026-11-22T09:00:00');
    expect(await world.ok('member', 'study.today', {})).toMatchObject({
      dayKind: 'restday',
      again: true,
      piece: { id },
    });
  });

  it('shows a piece on its day although the bureau has made it a holiday since', async () => {
    const id = await addPiece(world, { publishOn: '2026-11-23' });
    await world.ok('committeeOfficer', 'calendar.setDay', {
      day: '2026-11-23',
      kind: 'holiday',
      name: '停电',
    });
    expect(await world.ok('member', 'study.today', {})).toMatchObject({
      dayKind: 'restday',
      again: false,
      piece: { id },
    });
  });

  it('says in 2027 that the holidays have not been entered', async () => {
    const later = await createTestBureau({ now: '2027-03-01T01:00:00.000Z' });
    try {
      expect(await later.ok('member', 'study.today', {})).toMatchObject({
        day: '2027-03-01',
        dayKind: 'workday',
        calendarKnown: false,
        piece: null,
      });
    } finally {
      await later.close();
    }
  });

  it('offers the five newest unread pieces of earlier days, newest first', async () => {
    const days = ['2026-11-13', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
    const ids: string[] = [];
    for (const publishOn of days) ids.push(await addPiece(world, { publishOn }));
    await addPiece(world, { publishOn: '2026-11-23' });
    await world.ok('member', 'study.mark', { pieceId: ids[5]! });
    const { catchUp } = await world.ok('member', 'study.today', {});
    expect(catchUp.map((piece) => piece.id)).toEqual([ids[4], ids[3], ids[2], ids[1], ids[0]]);
    const other = await world.ok('secondMember', 'study.today', {});
    expect(other.catchUp.map((piece) => piece.id)).toEqual([ids[5], ids[4], ids[3], ids[2], ids[1]]);
  });

  it('looks sixty days back here, and all the way under 可补读', async () => {
    const old = await addPiece(world, { publishOn: '2026-09-23' });
    const recent = await addPiece(world, { publishOn: '2026-09-24' });
    await addPiece(world, { publishOn: '2026-11-23' });
    const today = await world.ok('member', 'study.today', {});
    expect(today.catchUp.map((piece) => piece.id)).toEqual([recent]);
    const all = await world.ok('member', 'study.catchUp', {});
    expect(all.pieces.map((piece) => piece.id)).toEqual([recent, old]);
  });

  it('counts the own marks of this month only', async () => {
    const october = await addPiece(world, { publishOn: '2026-10-30' });
    const november = await addPiece(world, { publishOn: '2026-11-02' });
    for (const pieceId of [october, november]) await world.ok('member', 'study.mark', { pieceId });
    expect(await world.ok('member', 'study.today', {})).toMatchObject({ stampedThisMonth: 1 });
    expect(await world.ok('secondMember', 'study.today', {})).toMatchObject({ stampedThisMonth: 0 });
  });
});

describe('study.recent', () => {
  it('gives the seven newest published pieces with their text and without their keys', async () => {
    const days = ['11', '12', '13', '16', '17', '18', '19', '20', '24'].map((day) => `2026-11-${day}`);
    for (const publishOn of days) await addPiece(world, { publishOn });
    const { pieces } = await world.ok('member', 'study.recent', {});
    expect(pieces.map((piece) => piece.publishOn)).toEqual(days.slice(1, 8).reverse());
    expect(JSON.stringify(pieces)).not.toContain('秘密');
  });
});

describe('study.piece', () => {
  it('shows a published piece and hides every other one behind the same words', async () => {
    const published = await addPiece(world, { publishOn: '2026-11-20' });
    const coming = await addPiece(world, { publishOn: '2026-11-24' });
    const waiting = await addPiece(world, { publishOn: null });
    const sibling = await addPiece(world, { publishOn: '2026-11-20', at: 'sibling' });
    const foreign = await addPiece(world, { bureau: world.foreign, publishOn: '2026-11-20' });
    expect((await world.ok('member', 'study.piece', { pieceId: published })).piece.id).toBe(published);
    const unknown = '01980000-0000-7000-8000-00000000ffff';
    for (const pieceId of [coming, waiting, sibling, foreign, unknown]) {
      expect(await world.refused('member', 'study.piece', { pieceId })).toBe('not_found');
    }
  });
});

describe('study.catchUp', () => {
  it('pages through the unread pieces without cutting a day in two or losing one', async () => {
    const days: string[] = [];
    for (let day = 1; day <= 28; day += 1) days.push(`2026-09-${String(day).padStart(2, '0')}`);
    for (const publishOn of days) await addPiece(world, { publishOn });
    // The twentieth newest day has two pieces.
    await addPiece(world, { publishOn: '2026-09-09', at: 'branch' });
    const first = await world.ok('member', 'study.catchUp', {});
    const second = await world.ok('member', 'study.catchUp', { before: first.nextBefore! });
    expect(first.pieces).toHaveLength(19);
    expect(second.nextBefore).toBeNull();
    const seen = [...first.pieces, ...second.pieces];
    expect(new Set(seen.map((piece) => piece.id)).size).toBe(29);
    expect(seen.map((piece) => piece.publishOn)).toEqual([...days, '2026-09-09'].sort().reverse());
  });

  it("has a full page without a next one when there are exactly twenty, and leaves today's out", async () => {
    for (let day = 1; day <= 20; day += 1)
      await addPiece(world, { publishOn: `2026-09-${String(day).padStart(2, '0')}` });
    await addPiece(world, { publishOn: '2026-11-23' });
    const { pieces, nextBefore } = await world.ok('member', 'study.catchUp', {});
    expect([pieces.length, nextBefore]).toEqual([20, null]);
  });
});

describe('study.answerCheck', () => {
  it.each([
    [0, [0], true],
    [0, [1], false],
    [1, [0], true],
    [1, [1], false],
    [2, [0, 2], true],
    [2, [0], false],
    [2, [0, 1, 2], false],
  ])(
    'question %i with %j: right is %s, and only then come key and explanation',
    async (position, answer, correct) => {
      const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
      const graded = await world.ok('member', 'study.answerCheck', { pieceId, position, answer });
      expect(graded.correct).toBe(correct);
      expect(graded.explanation).toMatch(/^秘密/);
      expect(graded.key).toEqual([[0], [0], [0, 2]][position]);
    },
  );

  it('refuses what cannot be an answer, and another branch', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-23' });
    const sibling = await addPiece(world, { publishOn: '2026-11-23', at: 'sibling' });
    const refused = (input: { pieceId: string; position: number; answer: number[] }) =>
      world.refused('member', 'study.answerCheck', input);
    expect(await refused({ pieceId, position: 0, answer: [2] })).toBe('answer_not_in_options');
    expect(await refused({ pieceId, position: 1, answer: [2] })).toBe('answer_not_in_options');
    expect(await refused({ pieceId, position: 1, answer: [0, 1] })).toBe('bad_input');
    expect(await refused({ pieceId, position: 3, answer: [0] })).toBe('bad_input');
    expect(await refused({ pieceId: sibling, position: 0, answer: [0] })).toBe('not_found');
  });
});
