import type { Kysely } from 'kysely';
import type { Tables } from './tables';

/** Whether the database carries the demo mark; nothing else turns demo mode on (architecture.md "Data"). */
export async function hasDemoMark(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('gate.demo_mark').select('only_one').executeTakeFirst()) !== undefined;
}
