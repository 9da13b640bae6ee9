import { sql } from 'kysely';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { connect, type DatabaseHandle } from './connect';
import { isStalePlan, statementNames } from './preparedStatements';

describe('names of statements', () => {
  it('come with the second time, and stay', () => {
    const names = statementNames();
    expect(names.of('select 1')).toBeNull();
    const name = names.of('select 1');
    expect(name).not.toBeNull();
    expect(names.of('select 1')).toBe(name);
  });

  it('are other ones for another text, and after renewing', () => {
    const names = statementNames();
    const nameOf = (text: string) => names.of(text) ?? names.of(text);
    const first = nameOf('select 1');
    expect(nameOf('select 2')).not.toBe(first);
    names.renew();
    expect(names.of('select 1')).toBeNull();
    expect(names.of('select 1')).not.toBe(first);
  });

  it('end at 500, so that texts of every length leave no more plans behind than that', () => {
    const names = statementNames();
    const named = new Set<string>();
    for (let length = 0; length < 700; length += 1) {
      names.of(`values (${length})`);
      const name = names.of(`values (${length})`);
      if (name !== null) named.add(name);
    }
    expect(named.size).toBe(500);
  });
});

describe('a connection with named statements', () => {
  let test: TestDatabase;
  let named: DatabaseHandle;

  beforeAll(async () => {
    test = await createTestDatabase();
    named = connect(test.ownerUrl, { poolSize: 1, preparedStatements: true });
    await test.owner.pool.query(
      'create schema probe; create table probe.note (text text); insert into probe.note values ($$a$$)',
    );
  });
  afterAll(async () => {
    await named.close();
    await test.close();
  });

  const notes = () => sql`select * from probe.note where text = ${'a'}`.execute(named.db);
  const prepared = async () => {
    const { rows } = await sql<{ count: number }>`select count(*) from pg_prepared_statements`.execute(
      named.db,
    );
    return rows[0]?.count;
  };

  it('plans once what comes again', async () => {
    await notes();
    expect(await prepared()).toBe(0);
    for (let time = 0; time < 3; time += 1) await notes();
    expect(await prepared()).toBe(1);
  });

  it('refuses once after an expanding migration, and a repeated transaction finds the new column', async () => {
    for (let time = 0; time < 3; time += 1) await notes();
    await test.owner.pool.query('alter table probe.note add column more text');
    const refusal = await notes().catch((error: unknown) => error);
    expect(isStalePlan(refusal)).toBe(true);
    expect((await notes()).rows).toEqual([{ text: 'a', more: null }]);
  });
});
