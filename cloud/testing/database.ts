import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { Client } from 'pg';
import { connect, type DatabaseHandle } from '../database/connect';
import { OWNER_ROLE, openDatabase } from '../database/embedded/roles';
import type { Tables } from '../database/tables';
import { getTestCluster, TEMPLATE, testUrl } from './cluster';

/** A migrated, empty database of its own, for one test file. */
export interface TestDatabase {
  /** As the application: the query builder that the code under test gets. */
  readonly db: Kysely<Tables>;
  readonly app: DatabaseHandle;
  /** As the owner, for looking behind the application's rights. */
  readonly owner: DatabaseHandle;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** As a superuser, for what only one can do. */
  readonly superuserUrl: string;
  /** Closes both pools and drops the database. */
  close(): Promise<void>;
}

/** Copies of the template wait for each other: the number has no meaning. */
const TEMPLATE_LOCK = 836_753;

/**
 * Makes a database as a copy of the migrated template (or of `copyOf`, to which nobody is connected; or, with
 * `isEmpty`, without any schema). Works with and without Jest.
 */
export async function createTestDatabase(
  options: { isEmpty?: boolean; copyOf?: string } = {},
): Promise<TestDatabase> {
  const cluster = await getTestCluster();
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = options.copyOf ?? (options.isEmpty ? 'template0' : TEMPLATE);
  const serviceUrl = testUrl(cluster, 'superuser', 'postgres');
  await withClient(serviceUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await client.query(`create database ${name} template ${template} owner ${OWNER_ROLE}`);
    await openDatabase(client, name);
  });
  const appUrl = testUrl(cluster, 'app', name);
  const ownerUrl = testUrl(cluster, 'owner', name);
  // As the embedded database is served.
  const app = connect(appUrl, { preparedStatements: true, applicationName: 'morning-study test app' });
  const owner = connect(ownerUrl, { poolSize: 2, applicationName: 'morning-study test owner' });
  return {
    db: app.db,
    app,
    owner,
    appUrl,
    ownerUrl,
    superuserUrl: testUrl(cluster, 'superuser', name),
    async close() {
      await Promise.all([app.close(), owner.close()]);
      await withClient(serviceUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Runs something on a connection of its own, which is closed whatever happens. */
export async function withClient(url: string, run: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
