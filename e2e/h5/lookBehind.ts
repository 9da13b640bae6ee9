import type { Kysely } from 'kysely';
import { connect } from '../../cloud/database/connect';
import type { Tables } from '../../cloud/database/tables';
import type { TestServer } from '../../cloud/testing/testServer';

/** Looks into the database past every bureau's row-level security: the eyes of tests only. */
export async function lookBehind<T>(
  { database }: TestServer,
  look: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const { db, close } = connect(database.superuserUrl, { poolSize: 1 });
  try {
    return await look(db);
  } finally {
    await close();
  }
}
