import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries';
import type { DatabaseUser } from './databaseUser';
import { cleanEnvironment } from './environment';
import { isAlive, readPidFile } from './pidFile';

export interface PostmasterOptions {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly user: DatabaseUser | undefined;
  readonly port: number;
  readonly logFile: string;
  /** False only in tests: commits do not wait for the disk. */
  readonly isDurable: boolean;
}

/** The database process as this program started it, or why it did not start. */
export type StartResult =
  | { readonly kind: 'ready'; readonly pid: number }
  | {
      readonly kind: 'failed';
      readonly reason: 'port' | 'busy' | 'disk_full' | 'other';
      readonly log: string;
    };

/** How often to look whether a process has come up or gone. */
const POLL_MS = 20;

/** A fast shutdown writes a checkpoint; after 30 s (pg_ctl waits 60) the immediate one, from which PostgreSQL recovers. */
const FAST_STOP_MS = 30_000;

/** Larger logs are put aside once at the next start. */
const LOG_LIMIT_BYTES = 10_000_000;

/**
 * Starts the database process and waits until it takes connections, however long its crash recovery takes.
 *
 * It gets a process group of its own, so that Ctrl-C in the terminal reaches only this program, which first lets
 * running requests end. It listens on 127.0.0.1 only, without a Unix socket.
 */
export async function startPostmaster(options: PostmasterOptions): Promise<StartResult> {
  const { folder, binaries, user, port, logFile, isDurable } = options;
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: isDurable ? 'on' : 'off',
    full_page_writes: isDurable ? 'on' : 'off',
    synchronous_commit: isDurable ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_checkpoints: 'off',
    // Values of rows and statements (names, texts) stay out of the log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logStart = rotateLog(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(binaries.postgres, ['-D', folder, ...flags], {
    ...user,
    cwd: dirname(binaries.postgres),
    env: cleanEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended = false;
  let spawnError: Error | undefined;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', (error) => {
    spawnError = error;
    ended = true;
  });
  while (!ended) {
    const file = readPidFile(folder);
    if (file?.isReady && file.pid === child.pid) {
      child.unref();
      return { kind: 'ready', pid: file.pid };
    }
    await sleep(POLL_MS);
  }
  const text = spawnError?.message ?? readFileSync(logFile, 'utf8').slice(logStart);
  return { kind: 'failed', reason: explain(text), log: text.trim().split('\n').at(-1) ?? '' };
}

/** Stops the database process by a fast shutdown and waits until it is gone; its port and folder are free then. */
export async function stopPostmaster(pid: number, folder: string, binaries: Binaries): Promise<void> {
  if (process.platform === 'win32') {
    // Windows has no signals; pg_ctl speaks to the process through a pipe of its own.
    spawnSync(join(dirname(binaries.postgres), 'pg_ctl.exe'), ['stop', '-D', folder, '-m', 'fast']);
    return;
  }
  signalPostmaster(pid, 'SIGINT');
  if (await isGone(pid, FAST_STOP_MS)) return;
  signalPostmaster(pid, 'SIGQUIT');
  await isGone(pid, FAST_STOP_MS);
}

/** SIGINT asks for a fast shutdown, SIGQUIT for an immediate one; nothing happens when the process is gone. */
export function signalPostmaster(pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isGone(pid: number, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (isAlive(pid)) {
    if (performance.now() > end) return false;
    await sleep(POLL_MS);
  }
  return true;
}

/** Returns where this start's part of the log begins. */
function rotateLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LOG_LIMIT_BYTES) return size;
  renameSync(logFile, `${logFile}.old`);
  return 0;
}

function explain(log: string): 'port' | 'busy' | 'disk_full' | 'other' {
  if (/could not bind|Address already in use/i.test(log)) return 'port';
  // Children of a killed postmaster need a moment to notice, or another process was faster.
  if (/lock file "postmaster.pid" already exists|pre-existing shared memory block/i.test(log)) return 'busy';
  if (/No space left on device|quota exceeded/i.test(log)) return 'disk_full';
  return 'other';
}
