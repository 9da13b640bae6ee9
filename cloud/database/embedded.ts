import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, prepareBinaries } from './embedded/binaries';
import { assertSameVersion, hasCluster, initCluster, SUPERUSER } from './embedded/cluster';
import { canUse, type DatabaseUser, findDatabaseUser } from './embedded/databaseUser';
import { type EngineLock, takeEngineLock } from './embedded/engineLock';
import { findFreePort } from './embedded/freePort';
import { isAlive, isPostgresOn, type PidFile, pidFilePath, readPidFile } from './embedded/pidFile';
import { signalPostmaster, startPostmaster, stopPostmaster } from './embedded/postmaster';
import { APP_ROLE, DATABASE, ensureRoles, OWNER_ROLE, urlOf } from './embedded/roles';
import { readSecrets, type Secrets } from './secrets';
import { StartError } from './startError';

/** A running embedded database and the ways into it. */
export interface EmbeddedDatabase {
  /** For migrate, backup, restore, demo data. */
  readonly ownerUrl: string;
  /** For the application; not owner, not superuser, no way around row-level security. */
  readonly appUrl: string;
  /** Leads to the service database `postgres`. */
  readonly superuserUrl: string;
  /** The keys kept beside the data folder, in the form of the environment variable KEYS. */
  readonly keys: string;
  /** True when a database that already ran was taken over instead of started. */
  readonly adopted: boolean;
  /** Stops the database (fast shutdown, waits until it is gone) if this process owns it; may be called twice. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /**
   * What to do when another living process owns the database on this folder: 'refuse' (StartError
   * `already_running`; for the server) or 'use' it and leave it running at `stop` (for commands beside a server).
   */
  readonly whenOwned?: 'refuse' | 'use';
  /** Called once when the database process ends although nobody asked for it; the program cannot go on. */
  readonly onLost?: () => void;
}

/** Starting, shutting down and busy databases are waited for; a minute is what pg_ctl waits by default. */
const SETTLE_MS = 60_000;

/** How often to look at a database that is starting up or shutting down. */
const POLL_MS = 50;

/**
 * Starts the PostgreSQL of the npm package in `dataDir` (made when missing), or takes over the one that a killed
 * process left running there.
 *
 * Durable: fsync is on. It is asked to shut down when this process ends in whatever way but kill -9; a program with
 * signal handlers of its own calls `stop` in them. Rejects with StartError, whose message tells a person what to do.
 */
export async function startEmbedded(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedDatabase> {
  const user = findDatabaseUser();
  const home = resolve(dataDir);
  makeHome(home, user);
  const folder = join(home, 'postgres');
  const binaries = prepareBinaries(user);
  const secrets = readSecrets(home, !hasCluster(folder));
  if (!hasCluster(folder)) {
    await initCluster({
      folder,
      binaries,
      user,
      superuserPassword: secrets.superuserPassword,
      isDurable: true,
    });
  }
  assertSameVersion(folder, binaries);
  const end = performance.now() + SETTLE_MS;
  for (;;) {
    const running = await findRunning(folder, end);
    const found = running ?? (await start(home, folder, binaries, user));
    const engine = found && { ...found, folder, binaries, secrets, adopted: running !== undefined };
    const database = engine && (await own(engine, options));
    if (database !== undefined) return database;
    if (performance.now() > end) throw new StartError('start_failed', folder);
    await sleep(POLL_MS);
  }
}

interface Engine {
  readonly pid: number;
  readonly port: number;
  readonly folder: string;
  readonly binaries: Binaries;
  readonly secrets: Secrets;
  readonly adopted: boolean;
}

function makeHome(home: string, user: DatabaseUser | undefined): void {
  try {
    // The database user must be able to pass through; the files in it are closed by their own modes.
    mkdirSync(home, { recursive: true, mode: user === undefined ? 0o700 : 0o711 });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new StartError(code === 'ENOSPC' ? 'disk_full' : 'data_not_writable', home, { cause });
  }
  if (!canUse(user, home)) throw new StartError('data_closed', home);
}

/** The database process on `folder` once it takes connections; undefined when none lives (its leftovers are removed). */
async function findRunning(folder: string, end: number): Promise<{ pid: number; port: number } | undefined> {
  let file: PidFile | undefined;
  for (;;) {
    file = readPidFile(folder);
    if (file === undefined) return undefined;
    if (!isAlive(file.pid) || !isPostgresOn(folder, file.pid)) {
      // PostgreSQL itself forgives a dead process there, but not a zombie or a stranger with the same number.
      // The shared memory that its children may still hold is found by the folder's inode, so this is safe.
      rmSync(pidFilePath(folder), { force: true });
      return undefined;
    }
    if (file.isReady && file.port !== undefined) return { pid: file.pid, port: file.port };
    if (performance.now() > end) throw new StartError('start_failed', `postmaster.pid ${file.pid}`);
    await sleep(POLL_MS);
  }
}

/** Undefined when another process was faster, with the port or with the folder: look again. */
async function start(
  home: string,
  folder: string,
  binaries: Binaries,
  user: DatabaseUser | undefined,
): Promise<{ pid: number; port: number } | undefined> {
  const port = await findFreePort();
  const logFile = join(home, 'postgres.log');
  const result = await startPostmaster({ folder, binaries, user, port, logFile, isDurable: true });
  if (result.kind === 'ready') return { pid: result.pid, port };
  if (result.reason === 'port' || result.reason === 'busy') return undefined;
  throw new StartError(result.reason === 'disk_full' ? 'disk_full' : 'start_failed', result.log);
}

/** Undefined when the database is just shutting down or starting up: look again. */
async function own(engine: Engine, options: EmbeddedOptions): Promise<EmbeddedDatabase | undefined> {
  const { secrets } = engine;
  const superuserUrl = urlOf(engine.port, SUPERUSER, secrets.superuserPassword, 'postgres');
  let lost = false;
  const onLost = () => {
    lost = true;
    options.onLost?.();
  };
  let lock: EngineLock | undefined;
  try {
    // A command that may share need not wait for the owner to go.
    lock = await takeEngineLock(superuserUrl, onLost, options.whenOwned === 'use' ? 0 : undefined);
    if (lock === undefined && options.whenOwned !== 'use')
      throw new StartError('already_running', engine.folder);
    if (lock !== undefined) await ensureRoles(superuserUrl, secrets);
  } catch (error) {
    if (error instanceof StartError) throw error;
    await lock?.release();
    const { code = '', message } = error as { code?: string; message: string };
    if (engine.adopted && PASSING.has(code)) return undefined;
    // A database that we started ourselves must not be left behind.
    if (!engine.adopted) await stopPostmaster(engine.pid, engine.folder, engine.binaries);
    throw new StartError(code === WRONG_PASSWORD ? 'keys_mismatch' : 'start_failed', message, {
      cause: error,
    });
  }
  const forget = lock === undefined ? () => undefined : stopWithProcess(engine, lock);
  let stopping: Promise<void> | undefined;
  return {
    superuserUrl,
    ownerUrl: urlOf(engine.port, OWNER_ROLE, secrets.ownerPassword, DATABASE),
    appUrl: urlOf(engine.port, APP_ROLE, secrets.appPassword, DATABASE),
    keys: secrets.keys,
    adopted: engine.adopted,
    stop() {
      stopping ??= (async () => {
        forget();
        if (lock === undefined || lost) return;
        const isOurs = lock.isHeld();
        if (isOurs) signalPostmaster(engine.pid, 'SIGINT');
        await lock.release();
        if (isOurs) await stopPostmaster(engine.pid, engine.folder, engine.binaries);
      })();
      return stopping;
    },
  };
}

/** SQLSTATE invalid_password. */
const WRONG_PASSWORD = '28P01';

/** Not open yet or any more: cannot_connect_now, admin_shutdown, crash_shutdown, and the socket's own words for it. */
const PASSING = new Set(['57P03', '57P01', '57P02', 'ECONNREFUSED', 'ECONNRESET']);

/** Ties the database's life to this process's; returns how to untie it. */
function stopWithProcess(engine: Engine, lock: EngineLock): () => void {
  const onExit = () => {
    if (lock.isHeld()) signalPostmaster(engine.pid, 'SIGINT');
  };
  const onSignal = (signal: NodeJS.Signals) => {
    // A program that handles the signal itself lets its requests end first, and then stops the database.
    if (process.listenerCount(signal) > 1) return;
    void stopPostmaster(engine.pid, engine.folder, engine.binaries).then(() => {
      forget();
      process.kill(process.pid, signal);
    });
  };
  const forget = () => {
    process.off('exit', onExit);
    for (const signal of END_SIGNALS) process.off(signal, onSignal);
  };
  process.on('exit', onExit);
  for (const signal of END_SIGNALS) process.on(signal, onSignal);
  return forget;
}

const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
