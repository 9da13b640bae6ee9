import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { checkSchema } from '../migrate';
import { readTables } from './catalog';
import type { FilePlace } from './contents';
import { restoreBackup } from './restoreBackup';
import { writeBackup } from './writeBackup';

const NOW = new Date('2026-11-22T00:00:00Z');
const TENANTS = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'] as const;
const MEMBERS = ['01890000-0000-7000-8000-00000000000a', '01890000-0000-7000-8000-00000000000b'] as const;
const KEYS = `new:${Buffer.alloc(32, 1).toString('base64')},old:${Buffer.alloc(32, 2).toString('base64')}`;
const APP_ROLE = 'morning_app';

/** Every kind of column that COPY could spoil, with rows that refer to rows of the same table. */
const EVERY_TYPE = `create table every_type (
  tenant_id uuid not null references gate.tenant (id), id uuid not null, parent_id uuid,
  words text, letters varchar(20), small smallint, whole integer, large bigint, exact numeric(30, 10), approximate double precision,
  truth boolean, day date, instant timestamptz, bytes bytea, json jsonb, days date[], texts text[], "select" text,
  twice integer generated always as (whole * 2) stored,
  primary key (tenant_id, id), foreign key (tenant_id, parent_id) references every_type (tenant_id, id));
  alter table every_type enable row level security;
  alter table every_type force row level security;
  create policy tenant_only on every_type using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
  create trigger every_type_guarded before insert on every_type for each row execute function refuse_change();
  grant select on every_type to ${APP_ROLE}`;

class MemoryFiles implements FilePlace {
  readonly stored = new Map<string, Buffer>();
  async read(tenantId: string, fileId: string) {
    const found = this.stored.get(`${tenantId}/${fileId}`);
    return found === undefined ? null : Readable.from([found]);
  }
  async write(tenantId: string, fileId: string, content: Readable) {
    this.stored.set(`${tenantId}/${fileId}`, await buffer(content));
  }
  async remove(tenantId: string, fileId: string) {
    this.stored.delete(`${tenantId}/${fileId}`);
  }
}

let folder: string;
let file: string;
const files = new MemoryFiles();
let source: TestDatabase;
let targets: TestDatabase[] = [];

async function asSuperuser<T>(test: TestDatabase, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: test.superuserUrl });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** Every row of every table as text, seen past row-level security. */
function readAll(test: TestDatabase): Promise<Record<string, string[]>> {
  return asSuperuser(test, async (client) => {
    const all: Record<string, string[]> = {};
    for (const { name } of await readTables(client)) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
      all[name] = rows.map(({ row }) => row);
    }
    return all;
  });
}

async function makeTarget(
  options: { isEmpty?: boolean; withEveryType?: boolean } = {},
): Promise<TestDatabase> {
  const target = await createTestDatabase(options);
  targets.push(target);
  if (options.withEveryType) await target.owner.pool.query(EVERY_TYPE);
  return target;
}

function restore(target: TestDatabase, from: string, into: FilePlace = new MemoryFiles(), keys = KEYS) {
  return restoreBackup({ ownerUrl: target.ownerUrl, appRole: APP_ROLE, file: from, files: into, keys });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'morning-study-backup-'));
  file = join(folder, 'whole.backup');
  source = await createTestDatabase();
  await source.owner.pool.query(EVERY_TYPE);
  await asSuperuser(source, async (client) => {
    await client.query('set session_replication_role = replica');
    for (const [index, tenant] of TENANTS.entries()) {
      const member = MEMBERS[index];
      await client.query(`insert into gate.tenant values ($1, '示例局', $2)`, [tenant, NOW]);
      await client.query(
        `insert into member (tenant_id, id, number, name, kind) values ($1, $2, 'A1000001', '演示', 'full')`,
        [tenant, member],
      );
      await client.query(
        `insert into every_type values
          ($1, $2, $3, $4, 'x', 1, 2, 9007199254740993, 1.0000000001, 0.1, true, '2027-02-28', '2026-11-22 08:00:00.123456+08',
            '\\x00ff0a09', '{"a": [1, null, "\\\\n"]}', '{2026-01-01,NULL}', '{"a,b","\\"",NULL}', 'quoted'),
          ($1, $3, null, '', null, null, null, null, null, null, null, null, null, null, null, null, null, null)`,
        [tenant, MEMBERS[1 - index], member, `一行\n二行\t\\N \\. \r 末`],
      );
      for (const [purpose, state] of [
        ['minutes', 'ready'],
        ['roster', 'ready'],
        ['minutes', 'begun'],
      ] as const) {
        const id = `01890000-0000-7000-8000-0000000000${index}${purpose === 'roster' ? 1 : state === 'begun' ? 2 : 3}`;
        const content = randomBytes(1_500_000);
        await client.query(
          `insert into file (tenant_id, id, owner_id, purpose, name, declared_size, size, state, created_at)
           values ($1, $2, $3, $4, 'n', 1, $5, $6, $7)`,
          [tenant, id, member, purpose, content.length, state, NOW],
        );
        files.stored.set(`${tenant}/${id}`, content);
      }
    }
  });
});
afterEach(async () => {
  for (const target of targets) await target.close();
  targets = [];
});
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('writeBackup', () => {
  it('writes every row of every tenant and the finished uploads, but no roster, readable by its owner only', async () => {
    const totals = await writeBackup({ ownerUrl: source.ownerUrl, file, files, now: NOW, keys: KEYS });
    expect(totals.files).toBe(2);
    expect(totals.rows).toMatchObject({
      'public.every_type': 4,
      'public.member': 2,
      'gate.tenant': 2,
      'public.file': 6,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.partial`)).toBe(false);
    const bytes = gunzipSync(readFileSync(file));
    for (const [name, content] of files.stored) {
      expect([name, bytes.includes(content.subarray(0, 1000))]).toEqual([name, name.endsWith('3')]);
    }
  });

  it('does not write over a file that is there', async () => {
    const before = readFileSync(file);
    await expect(
      writeBackup({ ownerUrl: source.ownerUrl, file, files, now: NOW, keys: KEYS }),
    ).rejects.toMatchObject({
      code: 'backup_exists',
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('leaves no file when a registered upload cannot be found', async () => {
    const other = join(folder, 'other.backup');
    const work = writeBackup({
      ownerUrl: source.ownerUrl,
      file: other,
      files: new MemoryFiles(),
      now: NOW,
      keys: KEYS,
    });
    await expect(work).rejects.toMatchObject({ code: 'backup_file_missing' });
    expect(existsSync(other)).toBe(false);
    expect(existsSync(`${other}.partial`)).toBe(false);
  });
});

describe('restoreBackup', () => {
  it('puts back every column of every row, guarded tables and uploads included', async () => {
    const target = await makeTarget({ withEveryType: true });
    const place = new MemoryFiles();
    const totals = await restore(target, file, place);
    expect(totals.rows['public.every_type']).toBe(4);
    expect(await readAll(target)).toEqual(await readAll(source));
    expect([...place.stored.keys()].sort()).toEqual(
      [...files.stored.keys()].filter((name) => name.endsWith('3')).sort(),
    );
    for (const [name, content] of place.stored)
      expect(content.equals(files.stored.get(name) as Buffer)).toBe(true);
  });

  it('leaves the locks as they were: row-level security forced, triggers on', async () => {
    const target = await makeTarget({ withEveryType: true });
    const locks = (test: TestDatabase) =>
      asSuperuser(test, async (client) => {
        const tables = await readTables(client);
        const { rows } = await client.query(
          `select tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`,
        );
        return { tables, rows };
      });
    const before = await locks(target);
    await restore(target, file);
    expect(await locks(target)).toEqual(before);
    expect(before.rows.length).toBeGreaterThan(0);
  });

  it('makes the schema itself in a database that has none', async () => {
    const plain = await createTestDatabase();
    const small = join(folder, 'small.backup');
    await plain.owner.pool.query(`insert into gate.tenant values ($1, '示例局', $2)`, [TENANTS[0], NOW]);
    await writeBackup({ ownerUrl: plain.ownerUrl, file: small, files, now: NOW, keys: KEYS });
    const target = await makeTarget({ isEmpty: true });
    await restore(target, small);
    expect(await readAll(target)).toEqual(await readAll(plain));
    expect(await checkSchema(target.db)).toBe('ok');
    await plain.close();
  });

  it('refuses a database with one row in it, and keeps that row alone', async () => {
    const target = await makeTarget({ withEveryType: true });
    await target.owner.pool.query(`insert into gate.tenant values ($1, '另一局', $2)`, [TENANTS[0], NOW]);
    const before = await readAll(target);
    await expect(restore(target, file)).rejects.toMatchObject({ code: 'database_not_empty' });
    expect(await readAll(target)).toEqual(before);
  });

  it('counts a freshly migrated database as empty', async () => {
    const target = await makeTarget();
    const rows = Object.values(await readAll(target)).flat();
    expect(rows).toEqual([]);
  });

  it.each([
    ['cut off inside gzip', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    ['cut off between frames', (bytes: Buffer) => gzipSync(gunzipSync(bytes).subarray(0, -37))],
    ['with one changed byte', (bytes: Buffer) => changeByte(bytes)],
    [
      'with something after its end',
      (bytes: Buffer) => gzipSync(Buffer.concat([gunzipSync(bytes), Buffer.from('X')])),
    ],
    ['of another kind', () => Buffer.from('%PDF-1.7')],
    ['empty', () => Buffer.alloc(0)],
  ])('refuses a file %s and restores nothing', async (_name, spoil) => {
    const target = await makeTarget({ withEveryType: true });
    const spoiled = join(folder, 'spoiled.backup');
    writeFileSync(spoiled, spoil(readFileSync(file)));
    const place = new MemoryFiles();
    await expect(restore(target, spoiled, place)).rejects.toMatchObject({ code: 'backup_damaged' });
    expect(Object.values(await readAll(target)).flat()).toEqual([]);
    expect(place.stored.size).toBe(0);
  });

  it('says so when the file is missing, from a later program, or made for another schema', async () => {
    const target = await makeTarget();
    await expect(restore(target, join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'backup_not_found',
    });
    const later = join(folder, 'later.backup');
    writeFileSync(later, gzipSync(Buffer.from('MORNING-STUDY-BACKUP 2\nwhatever')));
    await expect(restore(target, later)).rejects.toMatchObject({ code: 'backup_newer' });
    await target.owner.pool.query(
      `delete from public.migration where name = (select max(name) from public.migration)`,
    );
    await expect(restore(target, file)).rejects.toMatchObject({ code: 'schema_different' });
  });

  it('refuses a backup whose encrypted columns the keys at hand do not open, and takes further keys as well', async () => {
    const target = await makeTarget({ withEveryType: true });
    const [newest = '', oldest = ''] = KEYS.split(',');
    await expect(restore(target, file, new MemoryFiles(), newest)).rejects.toMatchObject({
      code: 'keys_different',
    });
    const stranger = `new:${Buffer.alloc(32, 3).toString('base64')}`;
    await expect(restore(target, file, new MemoryFiles(), `${stranger},${oldest}`)).rejects.toMatchObject({
      code: 'keys_different',
    });
    await expect(restore(target, file, new MemoryFiles(), `${stranger},${KEYS}`)).resolves.toBeDefined();
  });

  it('takes back rows and uploads when the last step fails', async () => {
    const target = await makeTarget({ withEveryType: true });
    const place = new MemoryFiles();
    const write = place.write.bind(place);
    let writes = 0;
    place.write = async (tenantId, fileId, content) => {
      writes += 1;
      if (writes === 2) throw new Error('disk gone');
      await write(tenantId, fileId, content);
    };
    await expect(restore(target, file, place)).rejects.toThrow('disk gone');
    expect(Object.values(await readAll(target)).flat()).toEqual([]);
    expect(place.stored.size).toBe(0);
  });
});

/** Backups carry no sequence: ids are made by the application (architecture.md, Tenant first). */
it('finds no sequence in the schema', async () => {
  const { rows } = await source.owner.pool.query('select sequencename from pg_sequences');
  expect(rows).toEqual([]);
});

/** In the middle of the content, with the gzip around it sound. */
function changeByte(bytes: Buffer): Buffer {
  const content = gunzipSync(bytes);
  const place = content.indexOf('示例局');
  content[place] = (content[place] as number) ^ 1;
  return gzipSync(content);
}
