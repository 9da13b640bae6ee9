import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { migrations as allMigrations } from './migrations/list';
import type { Migration, MigrationContext } from './migrations/migration';
import { StartError } from './startError';
import type { Tables } from './tables';

export interface MigrateOptions extends MigrationContext {
  /** Another list, for tests. */
  readonly migrations?: readonly Migration[];
}

/** Any number that nothing else in this program locks; "morning" on a telephone keypad, first six digits. */
const MIGRATE_LOCK = 667_646;

/** Lower case, as PostgreSQL folds unquoted names; 63 bytes is its limit for a name. */
const IDENTIFIER = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * Brings the database at `ownerUrl` up to this program's schema and returns the names of the steps that it ran.
 *
 * Each step is a transaction of its own, recorded in `public.migration`. Two processes at once wait for each other.
 * Rejects with StartError `schema_newer` when the database has steps this program does not know, and with
 * `schema_changed` when a step that ran was edited since (spaces and comments aside); nothing is changed then.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<string[]> {
  const { appRole, migrations = allMigrations } = options;
  if (!IDENTIFIER.test(appRole)) throw new TypeError('the application role must be a plain lower-case name');
  const client = new Client({ connectionString: ownerUrl, application_name: 'morning-study migrate' });
  // The query that runs gets the error as well; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATE_LOCK]);
    await client.query(
      'create table if not exists public.migration (' +
        'name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    await client.query(`grant select on public.migration to ${appRole}`);
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from public.migration',
    );
    const recorded = new Map(rows.map((row) => [row.name, row.checksum]));
    refuseForeignSteps(recorded, migrations);
    const applied: string[] = [];
    for (const migration of migrations) {
      if (recorded.has(migration.name)) continue;
      await apply(client, migration, appRole);
      applied.push(migration.name);
    }
    return applied;
  } finally {
    // Closing the session gives the lock back.
    await client.end();
  }
}

/**
 * Compares the schema with this program's at the start of the server: 'behind' when a step is missing (also in an empty
 * database), 'newer' when there is one that this program does not know. The application's role may ask.
 */
export async function checkSchema(
  db: Kysely<Tables>,
  migrations: readonly Migration[] = allMigrations,
): Promise<'ok' | 'behind' | 'newer'> {
  const exists = await sql<{
    found: boolean;
  }>`select to_regclass('public.migration') is not null as found`.execute(db);
  if (exists.rows[0]?.found !== true) return migrations.length === 0 ? 'ok' : 'behind';
  const { rows } = await sql<{ name: string }>`select name from public.migration`.execute(db);
  const recorded = new Set(rows.map((row) => row.name));
  const known = new Set(migrations.map((migration) => migration.name));
  if ([...recorded].some((name) => !known.has(name))) return 'newer';
  return [...known].every((name) => recorded.has(name)) ? 'ok' : 'behind';
}

function refuseForeignSteps(recorded: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [name, recordedChecksum] of recorded) {
    const migration = known.get(name);
    if (migration === undefined) throw new StartError('schema_newer', name);
    if (checksum(migration) !== recordedChecksum) throw new StartError('schema_changed', name);
  }
}

async function apply(client: Client, migration: Migration, appRole: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql({ appRole }));
    await client.query('insert into public.migration (name, checksum) values ($1, $2)', [
      migration.name,
      checksum(migration),
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** The same for every name of the application's role, every spacing and every comment line. */
function checksum(migration: Migration): string {
  const text = migration
    .sql({ appRole: 'app_role' })
    .replace(/^\s*--.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return createHash('sha256').update(text).digest('hex');
}
