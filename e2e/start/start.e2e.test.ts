import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startEmbedded } from '../../cloud/database/embedded';
import { findDatabaseUser, findTempFolder } from '../../cloud/database/embedded/databaseUser';
import { createTestDatabase } from '../../cloud/testing/database';

// The first start may have to build the pages.
jest.setTimeout(600_000);

const root = join(__dirname, '..', '..');
const home = mkdtempSync(join(findTempFolder(findDatabaseUser()), 'morning-study-start-'));
const keys = `test:${Buffer.alloc(32, 7).toString('base64')}`;
const children = new Set<ChildProcess>();
let folders = 0;

beforeAll(() => chmodSync(home, 0o711));
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});
afterAll(async () => {
  // Databases that outlived their killed server.
  for (let number = 1; number <= folders; number += 1)
    await (await startEmbedded(join(home, `data${number}`))).stop();
  rmSync(home, { recursive: true, force: true });
});

const newFolder = () => join(home, `data${++folders}`);

interface Started {
  child: ChildProcess;
  /** Null when it ended instead. */
  url: string | null;
  out: string;
}

/** Runs what `npm start` runs until it is ready or has ended. */
async function start(env: Record<string, string>): Promise<Started> {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'cloud/commands/start.ts'], {
    cwd: root,
    env: { PATH, HOME, TMPDIR, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let out = '';
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        const url = /^ready (http:\S+)\n$/m.exec(out)?.[1];
        if (url) resolve(url);
      });
    }
  });
  const url = await Promise.race([ready, once(child, 'close').then(() => null)]);
  return { child, url, out };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  return (await ended)[0];
}

async function call(url: string, operation: string, input: unknown, cookie = '') {
  const response = await fetch(`${url}/api/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-morning-study': '1', cookie },
    body: JSON.stringify({ input }),
  });
  const reply = (await response.json()) as { ok: boolean; data: { [name: string]: unknown } };
  return { ...reply, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

it('starts from nothing with the demo bureau, and after kill -9 goes on with everything that was acknowledged', async () => {
  const DATA_DIR = newFolder();
  const first = await start({ DATA_DIR });
  if (!first.url) throw new Error(first.out);
  expect(first.out.trimEnd().split('\n').at(-1)).toBe(`ready ${first.url}`);
  expect(await (await fetch(`${first.url}/`)).text()).toContain('<div id="app">');
  const steppedIn = await call(first.url, 'identity.stepInto', { shoe: 'member' });
  expect(steppedIn).toMatchObject({ ok: true, data: { me: { demo: true } } });

  const second = await start({ DATA_DIR, PORT: new URL(first.url).port });
  expect([second.url, second.child.exitCode]).toEqual([null, 1]);
  expect(second.out).toMatch(/^这个数据文件夹上已有一个晨学先锋在运行/);
  expect(await call(first.url, 'identity.me', {}, steppedIn.cookie)).toMatchObject({ ok: true });

  await end(first.child, 'SIGKILL');
  const again = await start({ DATA_DIR });
  if (!again.url) throw new Error(again.out);
  // The session was the last thing written.
  expect(await call(again.url, 'identity.me', {}, steppedIn.cookie)).toMatchObject({ ok: true });
  expect(await end(again.child, 'SIGTERM')).toBe(0);
});

it('fills in nothing with DEMO=0', async () => {
  const { url, child, out } = await start({ DATA_DIR: newFolder(), DEMO: '0' });
  if (!url) throw new Error(out);
  expect(await call(url, 'identity.welcome', {})).toMatchObject({ ok: true, data: { demo: null } });
  expect(await call(url, 'identity.stepInto', { shoe: 'member' })).toMatchObject({
    error: { code: 'unknown_operation' },
  });
  await end(child, 'SIGTERM');
});

it('says what to do when the port is taken, and leaves no database behind', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const DATA_DIR = newFolder();
  const { url, out } = await start({ DATA_DIR, PORT: String(port) });
  expect(url).toBeNull();
  expect(out).toContain(`端口 ${port} 已被占用`);
  const engine = await startEmbedded(DATA_DIR);
  expect(engine.adopted).toBe(false);
  await engine.stop();
  other.close();
});

it('says everything that is wrong in the environment', async () => {
  const { url, out } = await start({ PORT: 'x', DEMO: 'yes', DATABASE_URL: 'postgres://app@127.0.0.1/none' });
  expect(url).toBeNull();
  for (const name of ['PORT', 'DEMO', 'KEYS']) expect(out).toContain(name);
  expect(out).not.toMatch(/\.ts:\d/);
});

it('migrates a database of our own as its owner, serves it as the application, from two processes at once', async () => {
  const database = await createTestDatabase({ isEmpty: true });
  const own = { DATA_DIR: join(home, 'unused'), DATABASE_URL: database.appUrl, KEYS: keys };
  const behind = await start(own);
  expect([behind.url, behind.out]).toEqual([null, expect.stringContaining('DATABASE_OWNER_URL')]);

  const both = await Promise.all([1, 2].map(() => start({ ...own, DATABASE_OWNER_URL: database.ownerUrl })));
  for (const { url, out } of both) {
    if (!url) throw new Error(out);
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ ok: true });
    expect(await call(url, 'identity.welcome', {})).toMatchObject({ ok: true, data: { demo: null } });
  }
  for (const { child } of both) expect(await end(child, 'SIGTERM')).toBe(0);

  for (const unsafe of [database.ownerUrl, database.superuserUrl]) {
    const refused = await start({ ...own, DATABASE_URL: unsafe });
    expect([refused.url, refused.out]).toEqual([null, expect.stringContaining('服务不能以超级用户')]);
  }
  await database.close();
});
