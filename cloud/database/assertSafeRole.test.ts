import { createTestDatabase, type TestDatabase } from '../testing/database';
import { assertSafeRole } from './assertSafeRole';
import { connect } from './connect';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

it('accepts the role that the embedded engine makes for the application', async () => {
  await expect(assertSafeRole(test.db)).resolves.toBeUndefined();
  const { rows } = await test.app.pool.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = current_user`,
  );
  expect(rows).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false },
  ]);
});

it('refuses a superuser and the owner', async () => {
  const superuser = connect(test.superuserUrl, { poolSize: 1 });
  await expect(assertSafeRole(superuser.db)).rejects.toMatchObject({ code: 'role_unsafe' });
  await superuser.close();
  await expect(assertSafeRole(test.owner.db)).rejects.toMatchObject({
    code: 'role_unsafe',
    message: expect.stringContaining('morning_owner'),
  });
});

it.each([
  ['bypasses row-level security', 'bypassrls', undefined],
  ['may make roles', 'createrole', undefined],
  ['may become the owner', '', 'morning_owner'],
])('refuses a role that %s', async (_name, attribute, memberOf) => {
  const superuser = connect(test.superuserUrl, { poolSize: 1 });
  const role = `probe_${Math.random().toString(36).slice(2)}`;
  await superuser.pool.query(`create role ${role} login ${attribute} password 'probe'`);
  if (memberOf !== undefined) await superuser.pool.query(`grant ${memberOf} to ${role}`);
  const database = new URL(test.appUrl).pathname.slice(1);
  await superuser.pool.query(`grant connect on database ${database} to ${role}`);
  const url = new URL(test.appUrl);
  url.username = role;
  url.password = 'probe';
  const probe = connect(url.href, { poolSize: 1 });
  await expect(assertSafeRole(probe.db)).rejects.toMatchObject({ code: 'role_unsafe' });
  await probe.close();
  await superuser.pool.query(`revoke all on database ${database} from ${role}`);
  await superuser.pool.query(`drop role ${role}`);
  await superuser.close();
});

it('gives the application no way to make tables or to enter the service database', async () => {
  await expect(test.app.pool.query('create table public.mine (id int)')).rejects.toMatchObject({
    code: '42501',
  });
  await expect(test.app.pool.query('create temporary table mine (id int)')).rejects.toMatchObject({
    code: '42501',
  });
  const url = new URL(test.appUrl);
  url.pathname = '/postgres';
  const service = connect(url.href, { poolSize: 1 });
  await expect(service.pool.query('select 1')).rejects.toMatchObject({ code: '42501' });
  await service.close();
});
