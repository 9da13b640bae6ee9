import { sql } from 'kysely';
import { inTenant } from '../database/tenantTransaction';
import { createTestBureau, type TestBureau, type TestWorld } from '../testing/bureau';
import type { TestPersonName } from '../testing/people';
import { addPiece } from '../testing/pieces';
import { plansOf } from '../testing/plansOf';
import { runTick } from '../tick';
import { findPublishers } from './stockRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
// Monday, after the morning's piece.
beforeEach(() => world.clock.set('2026-11-23T08:30:00+08:00'));
afterEach(() =>
  world.database.owner.pool.query('truncate piece, search_entry, notice, stock_notice cascade'),
);

const tick = async () =>
  expect(await runTick(world.database.db, world.ports)).toMatchObject({ brokenSteps: 0 });
const noticesOf = async (person: TestPersonName, bureau: TestBureau = world) =>
  (await bureau.ok(person, 'reminder.inbox', {})).notices;
/** How many notices there are in both bureaus. */
const countNotices = async () => {
  const counts = [world, world.foreign].map(({ tenantId }) =>
    inTenant(world.database.db, tenantId, (trx) => trx.selectFrom('notice').select('id').execute()),
  );
  return (await Promise.all(counts)).flat().length;
};
/** Lays the bureau's pieces on days of November 2026. */
const lay = async (...days: number[]) => {
  for (const day of days) await addPiece(world, { publishOn: `2026-11-${day}` });
};

describe('the notice of a low stock', () => {
  it('goes to those who write or schedule for the bureau, once, with the way to the pieces', async () => {
    // Monday to Thursday: four working days.
    await lay(23, 24, 25, 26);
    await tick();
    await tick();
    for (const person of ['committeeSecretary', 'committeeOfficer', 'committeePublicity'] as const) {
      expect(await noticesOf(person)).toMatchObject([
        {
          text: '测试局机关党委的晨学库存还有 4 个工作日，不到 5 个工作日，可以接着排',
          unread: true,
          target: { screen: 'deskPieces', query: {} },
        },
      ]);
    }
    // Neither a plain member, nor who only sees, nor the branch's people.
    expect(await countNotices()).toBe(3);
  });

  it('stays away at exactly five working days, and comes when the day has passed', async () => {
    await lay(23, 24, 25, 26, 27);
    await tick();
    expect(await countNotices()).toBe(0);
    world.clock.set('2026-11-24T00:00:00+08:00');
    await tick();
    expect(await countNotices()).toBe(3);
  });

  it('comes again only after the stock has recovered', async () => {
    await lay(23, 24);
    await tick();
    world.clock.set('2026-11-24T08:30:00+08:00');
    await tick();
    expect(await countNotices()).toBe(3);
    await lay(25, 26, 27, 30);
    await tick();
    expect(await countNotices()).toBe(3);
    world.clock.set('2026-11-25T08:30:00+08:00');
    await tick();
    expect(await countNotices()).toBe(6);
  });

  it('is there once when two ticks run at once', async () => {
    await lay(23);
    await Promise.all([tick(), tick(), tick()]);
    expect(await countNotices()).toBe(3);
  });

  it('leaves those alone who never published anything', async () => {
    await addPiece(world, { publishOn: '2026-11-24' });
    await addPiece(world, { publishOn: null });
    await tick();
    expect(await countNotices()).toBe(0);
  });

  it('does not make a branch’s own pieces a second duty where the bureau publishes', async () => {
    await lay(23, 24, 25, 26, 27);
    await addPiece(world, { publishOn: '2026-11-23', at: 'branch' });
    await tick();
    expect(await countNotices()).toBe(0);
  });

  it('goes to a branch that publishes by itself, and to nobody of its siblings', async () => {
    await addPiece(world, { publishOn: '2026-11-23', at: 'branch' });
    await tick();
    for (const person of ['secretary', 'deputySecretary', 'publicityOfficer'] as const) {
      expect(await noticesOf(person)).toHaveLength(1);
    }
    expect(await countNotices()).toBe(3);
  });

  it('keeps to the bureau whose stock it is', async () => {
    await addPiece(world, { publishOn: '2026-11-23', bureau: world.foreign });
    await tick();
    expect(await noticesOf('committeeOfficer')).toEqual([]);
    expect(await noticesOf('committeeOfficer', world.foreign)).toHaveLength(1);
  });

  it('finds the days through the index of days', async () => {
    await world.asActor('member', async ({ trx }) => {
      await sql`
        insert into piece (tenant_id, id, organisation_id, author_id, state, kind, title, topic, blocks, length, source,
          reviewer_id, publish_on, publish_at, updated_at)
        select ${world.tenantId}, gen_random_uuid(), o.id, ${world.members.secretary}, 'approved', 'explanation', '篇',
          '题', '[]', 800, '{}', ${world.members.deputySecretary}, day, day, day
        from organisation o cross join generate_series(timestamp '2025-01-01', '2026-12-01', '1 day') day`.execute(
        trx,
      );
    });
    await world.database.owner.pool.query('analyze piece');
    await inTenant(world.database.db, world.tenantId, async (trx) => {
      const [plan, ...more] = await plansOf(trx, (one) =>
        findPublishers(one, world.tenantId, { now: world.ports.clock.now(), today: '2026-11-23' }),
      );
      expect(more).toEqual([]);
      expect(plan).toContain('piece_one_a_day');
      expect(plan).not.toMatch(/Seq Scan on piece/);
    });
  });
});
