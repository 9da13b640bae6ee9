import { sql } from 'kysely';
import { inTenant } from '../database/tenantTransaction';
import { fixedClock } from '../ports/clock';
import { silentLog } from '../ports/log';
import { newId } from '../ports/newId';
import type { Ports } from '../ports/ports';
import { systemRandom } from '../ports/random';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { retryDelayMs } from './backoff';
import { drainOutbox, LEASE_MS } from './drainOutbox';
import { enqueue } from './enqueue';
import { claimNextMessage } from './outboxRepository';
import type { OutboxHandlers, OutboxMessage } from './topics';

const start = '2026-11-23T00:00:00.000Z';
let database: TestDatabase;
let tenantId: string;
const clock = fixedClock(start);
/** Draining touches the clock and the log only; a handler that reached for more would fail here. */
const ports = { clock, random: systemRandom, log: silentLog } as unknown as Ports;
const makeId = () => newId(clock, systemRandom);
const later = (ms: number) => new Date(Date.parse(start) + ms);

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  clock.set(start);
  tenantId = await makeTenant();
});

async function makeTenant(): Promise<string> {
  const id = makeId();
  await database.owner.pool.query('insert into gate.tenant (id, name, created_at) values ($1, $2, $3)', [
    id,
    '某局',
    start,
  ]);
  return id;
}

const put = (fileId: string, inTenantId = tenantId) =>
  inTenant(database.db, inTenantId, (trx) =>
    enqueue({ trx, now: clock.now(), newId: makeId, actor: { tenantId: inTenantId } }, 'file.remove', {
      fileId,
    }),
  );

const stored = () =>
  inTenant(database.db, tenantId, (trx) =>
    trx
      .selectFrom('outbox')
      .select(['payload', 'attempts', 'due_at', 'done_at', 'failed_at', 'last_error'])
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  );

const drain = (handler: (message: OutboxMessage<'file.remove'>) => Promise<void>, limit = 100) =>
  drainOutbox(database.db, ports, { 'file.remove': handler }, { tenantIds: [tenantId], limit });

const succeed = async () => undefined;
const fail = async () => {
  throw Object.assign(new Error('no space left for 张三'), { code: 'ENOSPC' });
};

describe('enqueue', () => {
  it('leaves nothing behind when its transaction is rolled back', async () => {
    const broken = inTenant(database.db, tenantId, async (trx) => {
      await enqueue({ trx, now: clock.now(), newId: makeId, actor: { tenantId } }, 'file.remove', {
        fileId: 'a',
      });
      throw new Error('something later in the request failed');
    });
    await expect(broken).rejects.toThrow('something later');
    expect(await stored()).toEqual([]);
  });
});

describe('drainOutbox', () => {
  it('delivers what is due, the oldest first, and not again', async () => {
    await put('a');
    clock.set(later(1));
    await put('b');
    const delivered: string[] = [];
    const take = async ({ payload }: OutboxMessage<'file.remove'>) => void delivered.push(payload.fileId);
    expect(await drain(take)).toEqual({ done: 2, retried: 0, failed: 0 });
    expect(await drain(take)).toEqual({ done: 0, retried: 0, failed: 0 });
    expect(delivered).toEqual(['a', 'b']);
  });

  it('takes no more than its limit from one bureau and leaves the rest for the next run', async () => {
    for (const name of ['a', 'b', 'c']) await put(name);
    expect(await drain(succeed, 2)).toMatchObject({ done: 2 });
    expect(await drain(succeed, 2)).toMatchObject({ done: 1 });
  });

  it('works outside of any transaction: a handler sees the claim committed and may open its own', async () => {
    await put('a');
    let seen: unknown;
    await drain(async () => {
      seen = (await stored())[0];
    });
    expect(seen).toMatchObject({ attempts: 1, due_at: later(LEASE_MS), done_at: null });
  });

  it('serves each bureau its own messages and the others after one that fails', async () => {
    const other = await makeTenant();
    await put('mine');
    await put('theirs', other);
    const delivered: string[] = [];
    const handlers: Partial<OutboxHandlers> = {
      'file.remove': async (message) => {
        if (message.tenantId === tenantId) return fail();
        delivered.push(`${message.tenantId === other} ${message.payload.fileId}`);
      },
    };
    const drained = await drainOutbox(database.db, ports, handlers, {
      tenantIds: [tenantId, other],
      limit: 9,
    });
    expect(drained).toEqual({ done: 1, retried: 1, failed: 0 });
    expect(delivered).toEqual(['true theirs']);
  });

  it('after a failure waits one minute exactly, and after the second two', async () => {
    await put('a');
    expect(await drain(fail)).toEqual({ done: 0, retried: 1, failed: 0 });
    clock.set(later(59_999));
    expect(await drain(fail)).toMatchObject({ retried: 0 });
    clock.set(later(60_000));
    expect(await drain(fail)).toMatchObject({ retried: 1 });
    clock.set(later(60_000 + 119_999));
    expect(await drain(succeed)).toMatchObject({ done: 0 });
    clock.set(later(60_000 + 120_000));
    expect(await drain(succeed)).toMatchObject({ done: 1 });
  });

  it('gives up after the tenth try, keeps the message and says only what kind of error it was', async () => {
    await put('a');
    for (let tries = 1; tries <= 9; tries += 1) {
      expect(await drain(fail)).toMatchObject({ retried: 1 });
      clock.set(new Date(clock.now().getTime() + retryDelayMs(tries)));
    }
    expect(await drain(fail)).toEqual({ done: 0, retried: 0, failed: 1 });
    clock.set(later(30 * 86_400_000));
    expect(await drain(succeed)).toEqual({ done: 0, retried: 0, failed: 0 });
    const [message] = await stored();
    expect(message).toMatchObject({ attempts: 10, done_at: null, last_error: 'ENOSPC' });
    expect(message?.failed_at).not.toBeNull();
  });

  it('delivers again when the process died, once the lease has run out and not before', async () => {
    await put('a');
    // A process claims it and is killed: nothing else happens.
    await inTenant(database.db, tenantId, (trx) =>
      claimNextMessage(trx, tenantId, clock.now(), later(LEASE_MS)),
    );
    clock.set(later(LEASE_MS - 1));
    expect(await drain(succeed)).toMatchObject({ done: 0 });
    clock.set(later(LEASE_MS));
    expect(await drain(succeed)).toMatchObject({ done: 1 });
  });

  it('gives up a message that killed ten processes without handling it once more', async () => {
    await put('poison');
    for (let tries = 0; tries < 10; tries += 1) {
      const now = clock.now();
      const lease = new Date(now.getTime() + LEASE_MS);
      await inTenant(database.db, tenantId, (trx) => claimNextMessage(trx, tenantId, now, lease));
      clock.set(lease);
    }
    const handled: string[] = [];
    const handle = async ({ id }: OutboxMessage<'file.remove'>) => void handled.push(id);
    expect(await drain(handle)).toEqual({ done: 0, retried: 0, failed: 1 });
    expect(handled).toEqual([]);
  });

  it('a slow failure does not disturb the try that took over after its lease', async () => {
    await put('a');
    await drain(async () => {
      // This handler outlives its lease; another process takes the message and delivers it.
      clock.set(later(LEASE_MS));
      await drain(succeed);
      return fail();
    });
    expect((await stored())[0]).toMatchObject({
      attempts: 2,
      failed_at: null,
      last_error: null,
      done_at: later(LEASE_MS),
    });
  });

  it('a topic that this program does not know waits for one that does', async () => {
    await put('a');
    await inTenant(database.db, tenantId, (trx) =>
      trx.updateTable('outbox').set({ topic: 'toString' }).where('tenant_id', '=', tenantId).execute(),
    );
    expect(await drain(succeed)).toEqual({ done: 0, retried: 1, failed: 0 });
  });

  it('four runs at once never handle the same message', async () => {
    for (let index = 0; index < 40; index += 1) await put(`f${index}`);
    const delivered: string[] = [];
    const take = async ({ payload }: OutboxMessage<'file.remove'>) => {
      delivered.push(payload.fileId);
      await new Promise((resolve) => setTimeout(resolve, 2));
    };
    const runs = await Promise.all([drain(take), drain(take), drain(take), drain(take)]);
    expect(runs.reduce((sum, run) => sum + run.done, 0)).toBe(40);
    expect(new Set(delivered).size).toBe(40);
    expect(delivered).toHaveLength(40);
  });

  it('passes over a message that another process is just taking instead of waiting for it', async () => {
    await put('locked');
    clock.set(later(1));
    await put('free');
    const delivered: string[] = [];
    await inTenant(database.db, tenantId, async (trx) => {
      await claimNextMessage(trx, tenantId, clock.now(), later(LEASE_MS));
      await drain(async ({ payload }) => void delivered.push(payload.fileId));
    });
    expect(delivered).toEqual(['free']);
  });

  it('finds what is due by its index', async () => {
    for (let index = 0; index < 300; index += 1) await put(`f${index}`);
    await drain(succeed, 295);
    await database.owner.pool.query('analyze outbox');
    const plan = await inTenant(database.db, tenantId, (trx) =>
      sql<{ 'QUERY PLAN': string }>`explain select id from outbox
        where tenant_id = ${tenantId} and due_at <= ${clock.now()} and done_at is null and failed_at is null
        order by due_at limit 1 for update skip locked`.execute(trx),
    );
    expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('outbox_due');
  });
});
