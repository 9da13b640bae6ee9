import { sql } from 'kysely';
import { createTestBureau, TEST_NOW, type TestWorld } from '../testing/bureau';
import { addPiece } from '../testing/pieces';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(TEST_NOW));
afterEach(() => world.database.owner.pool.query('truncate piece, study_mark cascade'));

const marks = () => world.asActor('member', ({ trx }) => trx.selectFrom('study_mark').selectAll().execute());
const mark = (pieceId: string) => world.ok('member', 'study.mark', { pieceId });

describe('study.mark', () => {
  it("keeps the mark on the piece's day and counts the month", async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-20' });
    expect(await mark(pieceId)).toEqual({ day: '2026-11-20', stampedThisMonth: 1 });
    expect(await marks()).toEqual([
      { tenant_id: world.tenantId, member_id: world.members.member, piece_id: pieceId, day: '2026-11-20' },
    ]);
  });

  it('gives the same reply when it is repeated, also six times at once, and keeps one mark', async () => {
    await mark(await addPiece(world, { publishOn: '2026-11-19' }));
    const pieceId = await addPiece(world, { publishOn: '2026-11-20' });
    const replies = await Promise.all([1, 2, 3, 4, 5, 6].map(() => mark(pieceId)));
    expect([...replies, await mark(pieceId)]).toEqual(
      Array(7).fill({ day: '2026-11-20', stampedThisMonth: 2 }),
    );
    expect(await marks()).toHaveLength(2);
  });

  it("takes a mark that arrives after midnight, or a month later, on the piece's day", async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-30' });
    world.clock.set('2026-12-01T00:00:00.000+08:00');
    expect(await mark(pieceId)).toEqual({ day: '2026-11-30', stampedThisMonth: 0 });
    expect(await world.ok('member', 'study.calendar', { month: '2026-11' })).toMatchObject({
      stampedDays: ['2026-11-30'],
      stamped: 1,
      today: '2026-12-01',
    });
  });

  it('ignores whatever the sender says about day, member or time', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-20' });
    const hostile = { pieceId, day: '2026-11-21', memberId: world.members.secondMember, at: '2020-01-01' };
    await world.ok('member', 'study.mark', hostile);
    expect(await marks()).toMatchObject([{ member_id: world.members.member, day: '2026-11-20' }]);
  });

  it('is refused for what is not published or not meant for the reader, and keeps nothing', async () => {
    const pieces = [
      await addPiece(world, { publishOn: '2026-11-24' }),
      await addPiece(world, { publishOn: null }),
      await addPiece(world, { publishOn: '2026-11-20', at: 'sibling' }),
      await addPiece(world, { publishOn: '2026-11-20', bureau: world.foreign }),
      '01980000-0000-7000-8000-00000000ffff',
    ];
    for (const pieceId of pieces) {
      expect(await world.refused('member', 'study.mark', { pieceId })).toBe('not_found');
    }
    expect(await marks()).toEqual([]);
  });

  it('still takes a mark made before a published piece was withdrawn, but none for one withdrawn before its day', async () => {
    const published = await addPiece(world, { publishOn: '2026-11-20' });
    const coming = await addPiece(world, { publishOn: '2026-11-24' });
    for (const pieceId of [published, coming]) {
      await world.ok('committeeOfficer', 'study.withdraw', { pieceId, version: 1, reason: '条文改了' });
    }
    world.clock.set('2026-11-25T09:00:00+08:00');
    expect(await mark(published)).toMatchObject({ day: '2026-11-20' });
    expect(await world.refused('member', 'study.mark', { pieceId: coming })).toBe('not_found');
    expect(await world.refused('member', 'study.piece', { pieceId: published })).toBe('not_found');
  });

  it('leaves no receipt, no audit row and no time of day', async () => {
    await mark(await addPiece(world, { publishOn: '2026-11-20' }));
    const traces = await world.asActor('member', async ({ trx }) => {
      const { rows } = await sql<{ name: string; type: string }>`
        select column_name as name, data_type as type from information_schema.columns
        where table_name = 'study_mark' order by 1`.execute(trx);
      return {
        columns: rows,
        receipts: await trx
          .selectFrom('receipt')
          .select('operation')
          .where('operation', '=', 'study.mark')
          .execute(),
        audit: await trx.selectFrom('audit_row').select('id').where('action', '=', 'study.mark').execute(),
      };
    });
    expect(traces).toEqual({
      columns: [
        { name: 'day', type: 'date' },
        { name: 'member_id', type: 'uuid' },
        { name: 'piece_id', type: 'uuid' },
        { name: 'tenant_id', type: 'uuid' },
      ],
      receipts: [],
      audit: [],
    });
  });
});

describe('study.unmark', () => {
  it('takes the own mark off and leaves those of others; repeating changes nothing', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-20' });
    await mark(await addPiece(world, { publishOn: '2026-11-19' }));
    await mark(pieceId);
    await world.ok('secondMember', 'study.mark', { pieceId });
    expect(await world.ok('member', 'study.unmark', { pieceId })).toEqual({ stampedThisMonth: 1 });
    expect(await world.ok('member', 'study.unmark', { pieceId })).toEqual({ stampedThisMonth: 1 });
    expect((await marks()).map((one) => one.member_id).sort()).toEqual(
      [world.members.member, world.members.secondMember].sort(),
    );
  });

  it('tells nothing about a piece that does not exist', async () => {
    const reply = await world.ok('member', 'study.unmark', {
      pieceId: '01980000-0000-7000-8000-00000000ffff',
    });
    expect(reply).toEqual({ stampedThisMonth: 0 });
  });
});

describe('study.calendar', () => {
  it('shows the own days of a month, its first and last included, and nobody else’s', async () => {
    const days = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'];
    for (const publishOn of days) await mark(await addPiece(world, { publishOn }));
    await mark(await addPiece(world, { publishOn: '2026-10-31', at: 'branch' }));
    expect(await world.ok('member', 'study.calendar', { month: '2026-10' })).toEqual({
      month: '2026-10',
      stampedDays: ['2026-10-01', '2026-10-31'],
      stamped: 3,
      today: '2026-11-23',
    });
    expect(await world.ok('secretary', 'study.calendar', { month: '2026-10' })).toMatchObject({ stamped: 0 });
  });
});
