import { type Kysely, sql } from 'kysely';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { connect, WITH_THE_NEXT } from './connect';
import type { Tables } from './tables';
import { inTenant, inTransaction } from './tenantTransaction';

const TENANT = '01890000-0000-7000-8000-000000000001';
const OTHER = '01890000-0000-7000-8000-000000000002';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await test.owner.pool.query(`create schema probe; create table probe.note (text text)`);
  await test.owner.pool.query(
    'grant usage on schema probe to morning_app; grant all on probe.note to morning_app',
  );
});
afterAll(() => test.close());
beforeEach(() => test.owner.pool.query('truncate probe.note'));

async function countNotes(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from probe.note`.execute(test.db);
  return rows[0]?.count ?? -1;
}

async function currentTenant(): Promise<string | undefined> {
  const { rows } = await sql<{
    tenant: string;
  }>`select coalesce(current_setting('app.tenant', true), '') as tenant`.execute(test.db);
  return rows[0]?.tenant;
}

describe('connect', () => {
  it('reads a day as text, an instant as Date, int8 and numeric as number, also inside arrays', async () => {
    const { rows } = await sql`select date '2026-11-22' as day, timestamptz '2026-11-22 08:00+08' as instant,
      9007199254740991::int8 as largest, 1.25::numeric as score, array[date '2026-02-28', null] as days,
      array[1::int8, 2] as counts, array[0.5::numeric] as scores, '{"a":[1]}'::jsonb as json`.execute(
      test.db,
    );
    expect(rows[0]).toEqual({
      day: '2026-11-22',
      instant: new Date('2026-11-22T00:00:00Z'),
      largest: Number.MAX_SAFE_INTEGER,
      score: 1.25,
      days: ['2026-02-28', null],
      counts: [1, 2],
      scores: [0.5],
      json: { a: [1] },
    });
  });

  it('refuses an int8 just beyond what a number holds instead of rounding it', async () => {
    await expect(sql`select 9007199254740992::int8`.execute(test.db)).rejects.toThrow(RangeError);
  });

  it('leaves the types of other pg clients in the process alone', async () => {
    const { types } = await import('pg');
    expect(types.getTypeParser(20)('5')).toBe('5');
  });

  it('survives connections that the server ends, idle or in use', async () => {
    const idleErrors: Error[] = [];
    const handle = connect(test.appUrl, { poolSize: 2, onIdleError: (error) => idleErrors.push(error) });
    const superuser = connect(test.superuserUrl, { poolSize: 1, applicationName: 'superuser' });
    const end = () =>
      superuser.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'morning-study'`);
    await sql`select 1`.execute(handle.db);
    await end();
    await until(async () => idleErrors.length > 0);
    expect(idleErrors).toHaveLength(1);

    const running = inTransaction(handle.db, (trx) => sql`select pg_sleep(30)`.execute(trx));
    const outcome = expect(running).rejects.toMatchObject({ code: '57P01' });
    await until(async () => {
      const { rows } = await superuser.pool.query(`select 1 from pg_stat_activity
        where datname = current_database() and query = 'select pg_sleep(30)' and state = 'active'`);
      return rows.length > 0;
    });
    await end();
    await outcome;
    await expect(sql`select 1 as one`.execute(handle.db)).resolves.toMatchObject({ rows: [{ one: 1 }] });
    await Promise.all([handle.close(), handle.close(), superuser.close()]);
  });

  it('says nothing of connections that break while they are being closed', async () => {
    const idleErrors: Error[] = [];
    const handle = connect(test.appUrl, { poolSize: 1, onIdleError: (error) => idleErrors.push(error) });
    await sql`select 1`.execute(handle.db);
    const closed = handle.close();
    // Played: the moment between the goodbye and PostgreSQL's letting go cannot be met on purpose.
    handle.pool.emit('error', new Error('terminating connection due to administrator command'));
    await closed;
    expect(idleErrors).toEqual([]);
  });
});

/** Looks every 20 ms, as long as the test has time. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('inTenant', () => {
  it('sets the tenant inside the transaction only, and commits', async () => {
    const seen = await inTenant(test.db, TENANT, async (trx) => {
      await sql`insert into probe.note values ('kept')`.execute(trx);
      const { rows } = await sql<{ tenant: string }>`select current_setting('app.tenant') as tenant`.execute(
        trx,
      );
      return rows[0]?.tenant;
    });
    expect(seen).toBe(TENANT);
    expect(await countNotes()).toBe(1);
    expect(await currentTenant()).toBe('');
  });

  it('rolls back when the work fails, and passes its error on', async () => {
    const work = inTenant(test.db, TENANT, async (trx) => {
      await sql`insert into probe.note values ('lost')`.execute(trx);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await countNotes()).toBe(0);
    expect(await currentTenant()).toBe('');
  });

  it('does not pretend to have committed when a failed statement was swallowed', async () => {
    const work = inTenant(test.db, TENANT, async (trx) => {
      await sql`insert into probe.note values ('lost')`.execute(trx);
      await sql`select 1 / 0`.execute(trx).catch(() => undefined);
    });
    await expect(work).rejects.toThrow('rolled back');
    expect(await countNotes()).toBe(0);
  });

  it.each([
    ['empty', ''],
    ['not a uuid', 'all'],
    ['a quote', `${TENANT}'; drop table probe.note; --`],
    ['a line break after', `${TENANT}\n`],
  ])('refuses a tenant id that is %s before it reaches the database', async (_name, tenantId) => {
    await expect(inTenant(test.db, tenantId, async () => 'ran')).rejects.toThrow(TypeError);
  });

  it('begins together with its first statement, and passes on why it could not', async () => {
    const handle = connect(test.appUrl, { poolSize: 1 });
    const made = new Promise<{ query: unknown }>((resolve) => handle.pool.once('connect', resolve));
    await sql`select 1`.execute(handle.db);
    const client = await made;
    const asked: string[] = [];
    const query = client.query as (config: { text: string }) => Promise<unknown>;
    client.query = (config: { text: string }) => {
      asked.push(config.text.split(';')[0] ?? '');
      return query.call(client, config);
    };
    const one = inTenant(handle.db, TENANT, (trx) => sql`select 1`.execute(trx));
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual(['begin', 'select 1']);
    client.query = query;
    await one;
    client.query = (config: { text: string }) =>
      config.text.startsWith('begin;') ? Promise.reject(new Error('not begun')) : query.call(client, config);
    await expect(inTenant(handle.db, TENANT, (trx) => sql`select 1`.execute(trx))).rejects.toThrow(
      'not begun',
    );
    await handle.close();
  });

  /** Adds a note whose answer nobody reads. */
  const noteLater = (trx: Kysely<Tables>, text: string) =>
    sql`${WITH_THE_NEXT} insert into probe.note values (${text})`.execute(trx);

  it('sends what nobody reads together with the commit, or with the next statement, which finds it done', async () => {
    const handle = connect(test.appUrl, { poolSize: 1, preparedStatements: true });
    const made = new Promise<{ query: unknown }>((resolve) => handle.pool.once('connect', resolve));
    await sql`select 1`.execute(handle.db);
    const client = await made;
    const asked: string[] = [];
    const query = client.query as (config: { text: string }) => Promise<unknown>;
    client.query = (config: { text: string }) => {
      asked.push(config.text);
      return query.call(client, config);
    };
    for (const text of ['first', 'planned', 'named']) {
      await inTenant(handle.db, TENANT, async (trx) => {
        await sql`select 1`.execute(trx);
        asked.length = 0;
        await noteLater(trx, text);
        expect(asked).toEqual([]);
      });
      expect(asked).toHaveLength(2);
      expect(asked[1]).toBe('commit');
    }
    expect(await countNotes()).toBe(3);
    const found = await inTenant(handle.db, TENANT, async (trx) => {
      await noteLater(trx, 'read at once');
      return sql<{ text: string }>`select text from probe.note where text = 'read at once'`.execute(trx);
    });
    expect(found.rows).toEqual([{ text: 'read at once' }]);
    await handle.close();
  });

  it('commits nothing, and says why, when what went with the commit fails', async () => {
    const work = inTenant(test.db, TENANT, async (trx) => {
      await sql`insert into probe.note values ('lost')`.execute(trx);
      await sql`${WITH_THE_NEXT} select 1 / 0`.execute(trx);
    });
    await expect(work).rejects.toMatchObject({ code: '22012' });
    expect(await countNotes()).toBe(0);
  });

  it('forgets what waits when the work fails: the next on the same connection does not carry it', async () => {
    const handle = connect(test.appUrl, { poolSize: 1 });
    for (const before of [async () => undefined, (trx: Kysely<Tables>) => sql`select 1`.execute(trx)]) {
      const work = inTenant(handle.db, TENANT, async (trx) => {
        await before(trx);
        await noteLater(trx, 'lost');
        throw new Error('work failed');
      });
      await expect(work).rejects.toThrow('work failed');
      await inTenant(handle.db, TENANT, (trx) => sql`select 1`.execute(trx));
      await sql`select 1`.execute(handle.db);
      expect(await countNotes()).toBe(0);
    }
    expect(handle.pool.totalCount).toBe(1);
    await handle.close();
  });

  it('keeps tenants apart when many transactions share few connections', async () => {
    const handle = connect(test.appUrl, { poolSize: 2 });
    const tenants = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? TENANT : OTHER));
    const seen = await Promise.all(
      tenants.map((tenantId) =>
        inTenant(handle.db, tenantId, async (trx) => {
          const { rows } = await sql<{
            tenant: string;
          }>`select current_setting('app.tenant') as tenant`.execute(trx);
          return rows[0]?.tenant;
        }),
      ),
    );
    expect(seen).toEqual(tenants);
    await handle.close();
  });

  it('ends a statement that takes longer than its limit, and the connection stays usable', async () => {
    const slow = inTenant(test.db, TENANT, (trx) => sql`select pg_sleep(5)`.execute(trx), {
      statementTimeoutMs: 50,
    });
    await expect(slow).rejects.toMatchObject({ code: '57014' });
    expect(await countNotes()).toBe(0);
  });

  it('closes a connection whose rollback did not get through instead of giving it back', async () => {
    const handle = connect(test.appUrl, { poolSize: 1 });
    const [client] = await new Promise<[{ query: unknown }]>((resolve) => {
      handle.pool.once('connect', (made) => resolve([made]));
      void inTenant(handle.db, TENANT, async () => undefined);
    });
    const query = client.query as (text: string, ...rest: unknown[]) => Promise<unknown>;
    client.query = (text: string, ...rest: unknown[]) =>
      text === 'rollback' ? Promise.reject(new Error('lost')) : query.call(client, text, ...rest);
    const failing = inTenant(handle.db, TENANT, async (trx) => {
      await sql`insert into probe.note values ('open')`.execute(trx);
      throw new Error('work failed');
    });
    await expect(failing).rejects.toThrow('work failed');
    await expect(
      inTenant(handle.db, OTHER, async (trx) => sql`select 1`.execute(trx)),
    ).resolves.toBeDefined();
    expect(await countNotes()).toBe(0);
    expect(handle.pool.totalCount).toBe(1);
    await handle.close();
  });
});

describe('inTransaction', () => {
  it('has no tenant', async () => {
    const tenant = await inTransaction(test.db, async (trx) => {
      const { rows } = await sql<{ tenant: string }>`select current_setting('app.tenant') as tenant`.execute(
        trx,
      );
      return rows[0]?.tenant;
    });
    expect(tenant).toBe('');
  });
});
