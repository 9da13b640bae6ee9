import type { Kysely } from 'kysely';
import type { Tables } from './tables';

/** Whether the database carries the demo mark; nothing else turns demo mode on (architecture.md "Data"). */
export async function hasDemoMark(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('gate.demo_mark').select('only_one').executeTakeFirst()) !== undefined;
}

/** Whether no bureau has been made yet: only then may the demo be filled in. */
export async function isWithoutTenant(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('gate.tenant').select('id').limit(1).executeTakeFirst()) === undefined;
}
