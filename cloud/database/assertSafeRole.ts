import { type Kysely, sql } from 'kysely';
import { StartError } from './startError';
import type { Tables } from './tables';

/**
 * Refuses to serve with a role to which row-level security or the grants do not apply: a superuser, one that bypasses
 * row-level security, one that owns the database or anything of ours in it, or a member of such a role
 * (architecture.md, Data). Rejects with StartError `role_unsafe`; the server calls it before it listens.
 */
export async function assertSafeRole(db: Kysely<Tables>): Promise<void> {
  // A member of a role can become that role, so every role that the session may `set role` to is looked at.
  const { rows } = await sql<{ unsafe: string }>`
    with reachable as (
      select oid, rolname, rolsuper, rolbypassrls, rolcreaterole, rolreplication
      from pg_roles where pg_has_role(session_user, oid, 'member')
    )
    select rolname || ': superuser' as unsafe from reachable where rolsuper
    union all select rolname || ': bypassrls' from reachable where rolbypassrls
    union all select rolname || ': createrole' from reachable where rolcreaterole
    union all select rolname || ': replication' from reachable where rolreplication
    union all select rolname || ': owner of the database' from reachable
      join pg_database on datdba = reachable.oid where datname = current_database()
    union all select distinct rolname || ': owner of schema ' || nspname from reachable
      join pg_namespace on nspowner = reachable.oid where rolname !~ '^pg_'
    union all select distinct rolname || ': owner of tables' from reachable
      join pg_class on relowner = reachable.oid and relpersistence <> 't' where rolname !~ '^pg_'
    limit 1`.execute(db);
  const first = rows[0];
  if (first !== undefined) throw new StartError('role_unsafe', first.unsafe);
}
