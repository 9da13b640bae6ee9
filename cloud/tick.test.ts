import { Readable } from 'node:stream';
import { inTenant, inTransaction } from './database/tenantTransaction';
import { createTestBureau, TEST_NOW, type TestWorld } from './testing/bureau';
import { addQuestion } from './testing/questions';
import { runTick } from './tick';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.parse(TEST_NOW);
const ago = (ms: number) => new Date(now - ms);

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(TEST_NOW);
  await world.database.owner.pool.query(
    'truncate receipt, outbox, file, piece_media, quiz_run, run_answer, gate.session, gate.tries',
  );
});

const tick = () => runTick(world.database.db, world.ports);
const uuid = (number: number) => `01980000-0000-7000-8000-${String(number).padStart(12, '0')}`;

describe('runTick', () => {
  it('forgets receipts older than 30 days and keeps one of exactly 30 days', async () => {
    await world.asActor('member', async ({ trx, actor }) => {
      for (const [number, createdAt] of [ago(30 * DAY + 1), ago(30 * DAY), ago(0)].entries()) {
        const row = {
          tenant_id: actor.tenantId,
          member_id: actor.memberId,
          operation: 'x',
          input_digest: 'y',
          reply: null,
        };
        await trx
          .insertInto('receipt')
          .values({ ...row, mutation_id: uuid(number), created_at: createdAt })
          .execute();
      }
    });
    await tick();
    expect(await idsIn('receipt', 'mutation_id')).toEqual([uuid(1), uuid(2)]);
  });

  it('removes an upload unfinished for more than 24 h with its object, not one of exactly 24 h and no finished one', async () => {
    const rows = [
      { id: uuid(1), state: 'begun' as const, created_at: ago(DAY + 1) },
      { id: uuid(2), state: 'begun' as const, created_at: ago(DAY) },
      { id: uuid(3), state: 'ready' as const, created_at: ago(40 * DAY) },
    ];
    await world.asActor('member', async ({ trx, actor }) => {
      for (const row of rows) {
        const owned = {
          tenant_id: actor.tenantId,
          owner_id: actor.memberId,
          purpose: 'x',
          name: 'x',
          declared_size: 1,
        };
        await trx
          .insertInto('file')
          .values({ ...owned, ...row, size: null, media_type: null, sha256: null })
          .execute();
      }
    });
    const { files } = world.ports;
    for (const { id } of rows) await files.write(world.tenantId, id, Readable.from([Buffer.from('x')]), 10);
    expect(await tick()).toMatchObject({ done: 1, retried: 0, failed: 0, brokenSteps: 0 });
    expect(await idsIn('file', 'id')).toEqual([uuid(2), uuid(3)]);
    const stored = await Promise.all(rows.map(({ id }) => files.inspect(world.tenantId, id)));
    expect(stored.map((file) => file !== null)).toEqual([false, true, true]);
  });

  it('forgets sets without answers after 60 days and those with answers after a year, by the day in Shanghai', async () => {
    const questionId = await addQuestion(world);
    const answered = ['2025-11-21', '2025-11-22'];
    await world.asActor('member', async ({ trx, actor, newId }) => {
      for (const day of [...answered, '2026-09-23', '2026-09-24', '2026-11-23']) {
        const id = newId();
        const owned = { tenant_id: actor.tenantId, member_id: actor.memberId };
        const row = {
          id,
          mode: 'dailyFive' as const,
          label: day,
          question_ids: [questionId],
          opened_on: day,
        };
        await trx
          .insertInto('quiz_run')
          .values({ ...owned, ...row, deadline_at: null })
          .execute();
        if (!answered.includes(day)) continue;
        const given = { run_id: id, question_id: questionId, answer: '[1]', correct: true, day };
        await trx
          .insertInto('run_answer')
          .values({ ...owned, ...given })
          .execute();
      }
    });
    await tick();
    expect(await idsIn('quiz_run', 'label')).toEqual(['2025-11-22', '2026-09-24', '2026-11-23']);
    expect(await idsIn('run_answer', 'day')).toEqual(['2025-11-22']);
    // 2026-11-24 begins in Shanghai at 16:00 UTC.
    world.clock.set('2026-11-23T16:00:00.000Z');
    await tick();
    expect(await idsIn('quiz_run', 'label')).toEqual(['2026-11-23']);
    expect(await idsIn('run_answer', 'day')).toEqual([]);
  });

  it('ends a session at its end exactly and forgets tries more than a day old', async () => {
    const { db } = world.database;
    await inTransaction(db, async (trx) => {
      for (const [number, expiresAt] of [new Date(now - 1), new Date(now), new Date(now + 1)].entries()) {
        const row = {
          tenant_id: null,
          member_id: null,
          appid: null,
          openid: null,
          channel: 'weapp' as const,
        };
        await trx
          .insertInto('gate.session')
          .values({
            ...row,
            token_hash: `t${number}`,
            id: uuid(number),
            created_at: ago(DAY),
            expires_at: expiresAt,
          })
          .execute();
      }
      for (const [number, windowStart] of [ago(DAY + 1), ago(DAY), ago(0)].entries()) {
        await trx
          .insertInto('gate.tries')
          .values({ bucket: `b${number}`, window_start: windowStart, count: 1 })
          .execute();
      }
    });
    await tick();
    const sessions = await db.selectFrom('gate.session').select('token_hash').execute();
    expect(sessions.map((row) => row.token_hash)).toEqual(['t2']);
    const tries = await db.selectFrom('gate.tries').select('bucket').orderBy('bucket').execute();
    expect(tries.map((row) => row.bucket)).toEqual(['b1', 'b2']);
  });

  it('forgets delivered messages with the receipts and keeps those given up', async () => {
    await world.asActor('member', async ({ trx, actor }) => {
      const row = {
        tenant_id: actor.tenantId,
        topic: 'file.remove',
        payload: '{}',
        created_at: ago(40 * DAY),
        due_at: ago(40 * DAY),
      };
      const ends = [
        { done_at: ago(30 * DAY + 1), failed_at: null },
        { done_at: ago(30 * DAY), failed_at: null },
        { done_at: null, failed_at: ago(39 * DAY) },
      ];
      for (const [number, end] of ends.entries()) {
        await trx
          .insertInto('outbox')
          .values({ ...row, ...end, id: uuid(number), last_error: null })
          .execute();
      }
    });
    await tick();
    expect(await idsIn('outbox', 'id')).toEqual([uuid(1), uuid(2)]);
  });

  it('leaves audit rows and the sign-in log to the owner, however old', async () => {
    await world.asActor('member', async ({ trx, actor }) => {
      const old = { tenant_id: actor.tenantId, id: uuid(1), at: ago(400 * DAY) };
      const audit = { actor_id: null, post: null, acting_for: null, subject_kind: null, subject_id: null };
      await trx
        .insertInto('audit_row')
        .values({ ...old, ...audit, action: 'x', request_id: 'y' })
        .execute();
      const signIn = { member_id: null, channel: 'h5', event: 'signedIn' as const, address: null };
      await trx
        .insertInto('sign_in_row')
        .values({ ...old, ...signIn })
        .execute();
    });
    expect(await tick()).toMatchObject({ brokenSteps: 0 });
    expect(await idsIn('audit_row', 'id')).toEqual([uuid(1)]);
    expect(await idsIn('sign_in_row', 'id')).toEqual([uuid(1)]);
  });

  it('serves every bureau, twice at once without harm', async () => {
    for (const bureau of [world, world.foreign]) {
      await bureau.asActor('member', ({ trx, actor }) =>
        trx
          .insertInto('file')
          .values({
            tenant_id: actor.tenantId,
            id: uuid(7),
            owner_id: actor.memberId,
            purpose: 'x',
            name: 'x',
            declared_size: 1,
            size: null,
            media_type: null,
            sha256: null,
            created_at: ago(2 * DAY),
          })
          .execute(),
      );
    }
    const ticks = await Promise.all([tick(), tick()]);
    for (const ticked of ticks) expect(ticked).toMatchObject({ tenants: 2, brokenSteps: 0 });
    const after = await tick();
    expect([...ticks, after].reduce((sum, ticked) => sum + ticked.done, 0)).toBe(2);
  });
});

/** The values of one column in the bureau's table, sorted. */
async function idsIn(
  table: 'receipt' | 'file' | 'quiz_run' | 'run_answer' | 'outbox' | 'audit_row' | 'sign_in_row',
  column: string,
): Promise<string[]> {
  return inTenant(world.database.db, world.tenantId, async (trx) => {
    const rows = await trx.selectFrom(table).selectAll().execute();
    return rows.map((row) => String((row as Record<string, unknown>)[column])).sort();
  });
}
