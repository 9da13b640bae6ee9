import { Client } from 'pg';
import type { Secrets } from '../secrets';

/** Owns the database and its tables; migrates, backs up, restores. Not a superuser. */
export const OWNER_ROLE = 'morning_owner';

/** The application's role: what the grants of the migrations give it, and nothing else. */
export const APP_ROLE = 'morning_app';

/** The application's database in an embedded cluster. */
export const DATABASE = 'morning';

/**
 * Makes the two roles (with the passwords of `secrets`) and the database where they are missing; safe to repeat.
 * `superuserUrl` leads to the database `postgres`.
 */
export async function ensureRoles(superuserUrl: string, secrets: Secrets): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await ensureRole(client, OWNER_ROLE, secrets.ownerPassword);
    await ensureRole(client, APP_ROLE, secrets.appPassword);
    // Nobody but the superuser has business in the service database.
    await client.query('revoke all on database postgres from public');
    const { rows } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rows.length === 0) await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
    await openDatabase(client, DATABASE);
  } finally {
    await client.end();
  }
}

/** Lets the application's role connect to `database`, and nobody else besides its owner. */
export async function openDatabase(client: Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(
    `revoke all on database ${name} from public; grant connect on database ${name} to ${APP_ROLE}`,
  );
}

async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const { rows } = await client.query('select from pg_roles where rolname = $1', [role]);
  if (rows.length === 0) await client.query(`create role ${role}`);
  await client.query(
    `alter role ${role} with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls ` +
      `password ${client.escapeLiteral(password)}`,
  );
}

/** The address of `database` on this machine for `role`. */
export function urlOf(port: number, role: string, password: string, database: string): string {
  // sslmode: PGSSLMODE of the environment does not apply to our own server on the loopback.
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}?sslmode=disable`;
}
