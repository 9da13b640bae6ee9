import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fillDemo } from '../database/demo/fillDemo';
import { getTestCluster, testUrl } from './cluster';
import { createTestDatabase, type TestDatabase, withClient } from './database';
import { createTestPorts } from './ports';

/** A database with the demo bureau in it, for one test file, and the folder with the files that it speaks of. */
export interface DemoDatabase {
  database: TestDatabase;
  filesFrom: string;
}

/** Fillings of one moment wait for each other: the number has no meaning. */
const FILLING_LOCK = 836_754;

/**
 * The demo bureau as it is filled at `now` (an instant in ISO 8601, UTC): filled once in the run's cluster, since that
 * takes seconds, and copied from then on. Copies know nothing of each other.
 */
export async function createDemoDatabase(now: string): Promise<DemoDatabase> {
  const cluster = await getTestCluster();
  const name = `morning_demo_${now.replace(/\D/g, '')}`;
  const filesFrom = join(cluster.home, name);
  const serviceUrl = testUrl(cluster, 'superuser', 'postgres');
  await withClient(serviceUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [FILLING_LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await fillTemplate(serviceUrl, name, now, filesFrom);
  });
  return { database: await createTestDatabase({ copyOf: name }), filesFrom };
}

/** It has its name only when it is complete. */
async function fillTemplate(serviceUrl: string, name: string, now: string, filesFrom: string): Promise<void> {
  const database = await createTestDatabase();
  const { ports, filesFolder, close } = createTestPorts(now);
  try {
    await fillDemo(database.ownerUrl, ports);
    mkdirSync(filesFrom, { recursive: true });
    cpSync(filesFolder, filesFrom, { recursive: true });
    const draft = new URL(database.ownerUrl).pathname.slice(1);
    await Promise.all([database.app.close(), database.owner.close()]);
    await withClient(serviceUrl, (client) => client.query(`alter database ${draft} rename to ${name}`));
  } finally {
    await database.close();
    close();
  }
}
