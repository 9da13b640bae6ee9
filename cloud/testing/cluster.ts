import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { prepareBinaries } from '../database/embedded/binaries';
import { initCluster, SUPERUSER } from '../database/embedded/cluster';
import { findDatabaseUser, findTempFolder } from '../database/embedded/databaseUser';
import { findFreePort } from '../database/embedded/freePort';
import { isAlive, isPostgresOn, readPidFile } from '../database/embedded/pidFile';
import { signalPostmaster, startPostmaster } from '../database/embedded/postmaster';
import { APP_ROLE, ensureRoles, OWNER_ROLE, urlOf } from '../database/embedded/roles';
import { migrate } from '../database/migrate';

/** What a process needs to make databases in the run's cluster. */
export interface TestCluster {
  readonly home: string;
  readonly port: number;
  readonly password: string;
}

/** The migrated database that every test's database is a copy of. */
export const TEMPLATE = 'morning_template';

/** Jest's workers inherit the environment of the process that ran globalSetup. */
const VARIABLE = 'MORNING_STUDY_TEST_CLUSTER';

const PREFIX = 'morning-study-test-';

let starting: Promise<TestCluster> | undefined;

/** The cluster of this run: the one that Jest's globalSetup started, else one for this process alone, made at the first call. */
export function getTestCluster(): Promise<TestCluster> {
  const inherited = process.env[VARIABLE];
  if (inherited !== undefined) return Promise.resolve(JSON.parse(inherited) as TestCluster);
  starting ??= startTestCluster();
  return starting;
}

/**
 * Starts a cluster in the temporary folder (nothing flushed to disk) with a migrated template, for this process and
 * its children; ends with this process at the latest. Clusters left by killed runs are removed on the way.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const user = findDatabaseUser();
  const place = findTempFolder(user);
  removeAbandoned(place);
  const home = mkdtempSync(join(place, PREFIX));
  writeFileSync(join(home, 'run.pid'), String(process.pid));
  chmodSync(home, 0o711);
  process.once('exit', () => removeCluster(home));
  const folder = join(home, 'postgres');
  const binaries = prepareBinaries(user);
  const password = randomBytes(16).toString('hex');
  await initCluster({ folder, binaries, user, superuserPassword: password, isDurable: false });
  const cluster = { home, password, port: await findFreePort() };
  const logFile = join(home, 'postgres.log');
  const result = await startPostmaster({ ...cluster, folder, binaries, user, logFile, isDurable: false });
  if (result.kind === 'failed') throw new Error(result.log);
  await makeTemplate(cluster);
  process.env[VARIABLE] = JSON.stringify(cluster);
  return cluster;
}

/** Stops the cluster that this process (or Jest's globalSetup in it) started and removes its folder. */
export async function stopTestCluster(): Promise<void> {
  const inherited = process.env[VARIABLE];
  if (inherited === undefined) return;
  delete process.env[VARIABLE];
  starting = undefined;
  const { home } = JSON.parse(inherited) as TestCluster;
  const pid = readPidFile(join(home, 'postgres'))?.pid;
  if (pid !== undefined) {
    signalPostmaster(pid, 'SIGQUIT');
    // Waiting without blocking lets Node see its child's end; else a zombie stays where nobody collects orphans.
    const end = performance.now() + STOP_MS;
    while (isAlive(pid) && performance.now() < end) await sleep(10);
  }
  removeCluster(home);
}

/** The address of `database` for one of the three roles. */
export function testUrl(cluster: TestCluster, role: 'superuser' | 'owner' | 'app', database: string): string {
  const name = { superuser: SUPERUSER, owner: OWNER_ROLE, app: APP_ROLE }[role];
  return urlOf(cluster.port, name, cluster.password, database);
}

async function makeTemplate(cluster: TestCluster): Promise<void> {
  const { password } = cluster;
  const superuserUrl = testUrl(cluster, 'superuser', 'postgres');
  await ensureRoles(superuserUrl, {
    superuserPassword: password,
    ownerPassword: password,
    appPassword: password,
    keys: '',
  });
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`create database ${TEMPLATE} owner ${OWNER_ROLE}`);
    await migrate(testUrl(cluster, 'owner', TEMPLATE), { appRole: APP_ROLE });
    await client.query(`alter database ${TEMPLATE} with is_template true`);
  } finally {
    await client.end();
  }
}

function removeAbandoned(place: string): void {
  for (const name of readdirSync(place)) {
    const run = join(place, name, 'run.pid');
    if (!name.startsWith(PREFIX) || !existsSync(run)) continue;
    if (!isAlive(Number(readFileSync(run, 'utf8')))) removeCluster(join(place, name));
  }
}

/** Synchronous, so that it can run while the process exits; nothing in the cluster is worth a clean end. */
function removeCluster(home: string): void {
  const folder = join(home, 'postgres');
  const pid = readPidFile(folder)?.pid;
  if (pid !== undefined && isAlive(pid) && isPostgresOn(folder, pid)) {
    signalPostmaster(pid, 'SIGQUIT');
    const end = performance.now() + STOP_MS;
    while (isAlive(pid) && performance.now() < end)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

/** An immediate shutdown takes milliseconds; after 5 s the folder goes anyway. */
const STOP_MS = 5_000;
