import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connect } from '../../cloud/database/connect';
import { type EmbeddedDatabase, startEmbedded } from '../../cloud/database/embedded';
import { findDatabaseUser, findTempFolder } from '../../cloud/database/embedded/databaseUser';
import { isAlive, readPidFile } from '../../cloud/database/embedded/pidFile';
import { secretsFile } from '../../cloud/database/secrets';

// Twenty times what a quiet machine needs.
jest.setTimeout(240_000);

const TENANT = '01890000-0000-7000-8000-000000000001';
const home = mkdtempSync(join(findTempFolder(findDatabaseUser()), 'morning-study-db-'));
const dataDir = join(home, 'data');
const backup = join(home, 'whole.backup');

beforeAll(() => chmodSync(home, 0o711));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** `npm run db -- …` as its own process, on an environment without other databases. */
async function db(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; out: string; err: string }> {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, '../../cloud/commands/db.ts'), ...args],
    {
      env: { PATH, HOME, TMPDIR, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [[code], out, err] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code: code as number, out, err };
}

async function tenantNames(engine: EmbeddedDatabase): Promise<string[]> {
  const owner = connect(engine.ownerUrl, { poolSize: 1 });
  const { rows } = await owner.pool.query<{ name: string }>('select name from gate.tenant');
  await owner.close();
  return rows.map((row) => row.name);
}

it('migrates the embedded database without a server, once, and stops it again', async () => {
  const first = await db(['migrate'], { DATA_DIR: dataDir });
  expect(first).toMatchObject({ code: 0, err: '', out: expect.stringContaining('已执行 0001') });
  expect(readPidFile(join(dataDir, 'postgres'))).toBeUndefined();
  const second = await db(['migrate'], { DATA_DIR: dataDir });
  expect(second).toMatchObject({ code: 0, out: '数据库的结构已是最新。\n' });
});

it('backs up beside a running server and leaves it running', async () => {
  const server = await startEmbedded(dataDir);
  const owner = connect(server.ownerUrl, { poolSize: 1 });
  await owner.pool.query(`insert into gate.tenant values ($1, '示例局', '2026-11-22T00:00:00Z')`, [TENANT]);
  await owner.close();
  const written = await db(['backup', backup], { DATA_DIR: dataDir });
  expect(written).toMatchObject({ code: 0, err: '', out: expect.stringContaining('已备份') });
  expect(isAlive(readPidFile(join(dataDir, 'postgres'))?.pid as number)).toBe(true);
  await server.stop();
  const again = await db(['backup', backup], { DATA_DIR: dataDir });
  expect(again).toMatchObject({ code: 1, out: '', err: expect.stringContaining('已经存在') });
});

it('restores into a new data folder once the keys lie beside it, and not over data', async () => {
  const other = join(home, 'other');
  const withoutKeys = await db(['restore', backup], { DATA_DIR: other });
  expect(withoutKeys).toMatchObject({ code: 1, out: '', err: expect.stringContaining('密钥') });

  const next = join(home, 'next');
  copyFileSync(secretsFile(dataDir), secretsFile(next));
  expect(await db(['restore', backup], { DATA_DIR: next })).toMatchObject({ code: 0, err: '' });
  const engine = await startEmbedded(next);
  expect(await tenantNames(engine)).toEqual(['示例局']);
  await engine.stop();
  expect(await db(['restore', backup], { DATA_DIR: next })).toMatchObject({
    code: 1,
    err: expect.stringContaining('已有数据'),
  });
});

it('keeps every secret out of the data folder and out of the backup', () => {
  const secrets = JSON.parse(readFileSync(secretsFile(dataDir), 'utf8')) as Record<string, string>;
  expect(existsSync(join(dataDir, 'data.keys'))).toBe(false);
  const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
  for (const secret of Object.values(secrets)) expect(log).not.toContain(secret);
});

it('says what to do when called wrongly or when the database cannot be reached', async () => {
  expect(await db([], {})).toMatchObject({ code: 1, err: expect.stringContaining('npm run db -- migrate') });
  expect(await db(['toString'], {})).toMatchObject({ code: 1, err: expect.stringContaining('用法') });
  expect(await db(['backup'], {})).toMatchObject({ code: 1, err: expect.stringContaining('backup 文件') });
  const url = 'postgres://app:secret@127.0.0.1:1/morning';
  const env = {
    DATABASE_URL: url,
    DATABASE_OWNER_URL: url,
    KEYS: `1:${Buffer.alloc(32, 1).toString('base64')}`,
  };
  const unreachable = await db(['migrate'], env);
  expect(unreachable).toMatchObject({ code: 1, err: expect.stringContaining('连不上数据库') });
  expect(unreachable.err).not.toContain('secret');
});
