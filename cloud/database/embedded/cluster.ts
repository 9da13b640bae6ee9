import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StartError } from '../startError';
import type { Binaries } from './binaries';
import { canUse, type DatabaseUser } from './databaseUser';
import { cleanEnvironment } from './environment';
import { isAlive } from './pidFile';

export interface ClusterOptions {
  /** The database's own folder; its parent exists. */
  readonly folder: string;
  readonly binaries: Binaries;
  readonly user: DatabaseUser | undefined;
  readonly superuserPassword: string;
  /** False only in tests: nothing is flushed to disk. */
  readonly isDurable: boolean;
}

/** The superuser that initdb makes; only this program uses it, to make the roles and hold the lock. */
export const SUPERUSER = 'postgres';

/** Whether `folder` holds a finished database. */
export function hasCluster(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION'));
}

/** Throws StartError `data_newer` or `data_older` when `folder` was written by another major version. */
export function assertSameVersion(folder: string, binaries: Binaries): void {
  const version = Number.parseInt(readFileSync(join(folder, 'PG_VERSION'), 'utf8'), 10);
  const detail = `PostgreSQL ${version} / ${binaries.major}`;
  if (version > binaries.major) throw new StartError('data_newer', detail);
  if (version < binaries.major) throw new StartError('data_older', detail);
}

/**
 * Makes an empty database in `folder`: whole or not at all, also when the process is killed half way or two
 * processes do it at once (the second finds it done).
 *
 * Rejects with StartError `disk_full`, `data_not_writable`, `data_closed` (the database user cannot enter the
 * parent folder) or `start_failed`.
 */
export async function initCluster(options: ClusterOptions): Promise<void> {
  const { folder, binaries, user, isDurable } = options;
  const parent = dirname(folder);
  if (!canUse(user, parent)) throw new StartError('data_closed', parent);
  removeAbandoned(folder);
  const draft = `${folder}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    if (user !== undefined) chownSync(draft, user.uid, user.gid);
    const passwordFile = `${draft}.password`;
    try {
      writeFileSync(passwordFile, `${options.superuserPassword}\n`, { mode: 0o600, flag: 'wx' });
      if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);
      await runInitdb(binaries.initdb, user, [
        `--pgdata=${draft}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        // Without these a machine without LANG gets SQL_ASCII, where a Chinese character counts as three.
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        // Not every system has a C.UTF-8 of its own; PostgreSQL has had one built in since 17.
        ...(process.platform === 'linux'
          ? []
          : ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']),
        '--no-instructions',
        ...(isDurable ? [] : ['--no-sync']),
      ]);
    } finally {
      rmSync(passwordFile, { force: true });
    }
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (hasCluster(folder)) return;
    throw explain(error, folder);
  }
}

/** Half-made folders of processes that are gone. */
function removeAbandoned(folder: string): void {
  const parent = dirname(folder);
  const pattern = new RegExp(`^${basename(folder)}\\.new-(\\d+)-`);
  for (const name of readdirSync(parent)) {
    const pid = pattern.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function runInitdb(initdb: string, user: DatabaseUser | undefined, flags: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, flags, {
      ...user,
      cwd: '/',
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(output.trim().slice(-2000)))));
  });
}

function explain(error: unknown, folder: string): StartError {
  if (error instanceof StartError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const cause = { cause: error };
  if (code === 'ENOSPC' || code === 'EDQUOT' || /No space left|quota exceeded/i.test(message)) {
    return new StartError('disk_full', folder, cause);
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new StartError('data_not_writable', folder, cause);
  return new StartError('start_failed', message.split('\n').at(-1), cause);
}
