import { createTestDatabase, type TestDatabase } from '../testing/database';
import { checkSchema, migrate } from './migrate';
import { migrations } from './migrations/list';
import type { Migration } from './migrations/migration';

const first: Migration = {
  name: '0001First',
  sql: ({ appRole }) => `create table first (id int); grant select on first to ${appRole}`,
};
const second: Migration = { name: '0002Second', sql: () => 'insert into first values (2)' };
const broken: Migration = {
  name: '0003Broken',
  sql: () => 'insert into first values (3); insert into missing values (1)',
};

let test: TestDatabase;

beforeEach(async () => {
  test = await createTestDatabase({ isEmpty: true });
});
afterEach(() => test.close());

function run(list: readonly Migration[]): Promise<string[]> {
  return migrate(test.ownerUrl, { appRole: 'morning_app', migrations: list });
}

async function firstIds(): Promise<number[]> {
  const { rows } = await test.app.pool.query<{ id: number }>('select id from first order by id');
  return rows.map((row) => row.id);
}

it('runs what is missing, in order, once', async () => {
  expect(await run([first])).toEqual(['0001First']);
  expect(await run([first, second])).toEqual(['0002Second']);
  expect(await run([first, second])).toEqual([]);
  expect(await firstIds()).toEqual([2]);
});

it('runs each step once when several processes start at once', async () => {
  const results = await Promise.all([1, 2, 3, 4].map(() => run([first, second])));
  expect(results.flat().sort()).toEqual(['0001First', '0002Second']);
  expect(await firstIds()).toEqual([2]);
});

it('leaves nothing of a step that fails and keeps the steps before it', async () => {
  await expect(run([first, second, broken])).rejects.toMatchObject({ code: '42P01' });
  expect(await firstIds()).toEqual([2]);
  expect(await checkSchema(test.db, [first, second])).toBe('ok');
});

it('refuses a database with a step that this program does not know, and changes nothing', async () => {
  await run([first, second]);
  const third: Migration = { name: '0003Third', sql: () => 'insert into first values (3)' };
  await expect(run([first, third])).rejects.toMatchObject({
    code: 'schema_newer',
    message: expect.stringContaining('请先更新程序'),
  });
  expect(await firstIds()).toEqual([2]);
});

it('refuses when a step that ran was edited, but not when only its spacing or comments were', async () => {
  await run([first]);
  const respaced: Migration = {
    ...first,
    sql: (context) => `-- why\n${first.sql(context).replaceAll(' ', '\n  ')}`,
  };
  await expect(run([respaced])).resolves.toEqual([]);
  const edited: Migration = { ...first, sql: () => 'create table first (id bigint)' };
  await expect(run([edited])).rejects.toMatchObject({ code: 'schema_changed' });
});

it('refuses a role name that would need quotes', async () => {
  await expect(migrate(test.ownerUrl, { appRole: 'x; drop table first' })).rejects.toThrow(TypeError);
});

it('tells the application whether the schema is behind, right or newer', async () => {
  expect(await checkSchema(test.db, [first])).toBe('behind');
  await run([first]);
  expect(await checkSchema(test.db, [first, second])).toBe('behind');
  expect(await checkSchema(test.db, [first])).toBe('ok');
  expect(await checkSchema(test.db, [])).toBe('newer');
});

it('runs every step of this program on an empty database', async () => {
  expect(await migrate(test.ownerUrl, { appRole: 'morning_app' })).toEqual(
    migrations.map((migration) => migration.name),
  );
  expect(await checkSchema(test.db)).toBe('ok');
});
