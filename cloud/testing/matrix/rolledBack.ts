import { Kysely, PostgresDialect, type PostgresPoolClient, type PostgresQueryResult } from 'kysely';
import { Client } from 'pg';
import type { Tables } from '../../database/tables';
import { readType } from '../../database/typeReaders';

/** A database that forgets: what is done in `attempt` never happened. */
export interface ForgettingDatabase {
  /** For the code under test; its transactions become savepoints of one that never commits. */
  readonly db: Kysely<Tables>;
  /**
   * Runs `run` and takes back everything that it wrote, whatever came of it; what `isKept` says yes to stays until
   * an attempt around it ends. One after the other or inside each other.
   */
  attempt<T>(run: () => Promise<T>, isKept?: (result: T) => boolean): Promise<T>;
  /** Reads within the attempt, as the application would in that tenant. */
  queryIn(tenantId: string, sql: string, parameters: readonly unknown[]): Promise<unknown[]>;
  close(): Promise<void>;
}

/**
 * One connection inside one open transaction. The transactions of the code under
 * test arrive as the words begin, commit and rollback (tenantTransaction.ts) and
 * are answered with savepoints, so a whole request runs as in earnest, locks and
 * row-level security included, and costs no cleaning up.
 */
export async function openForgettingDatabase(url: string): Promise<ForgettingDatabase> {
  const client = new Client({ connectionString: url, types: { getTypeParser: readType } });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin');
  const send = async <R>(sql: string, parameters: readonly unknown[]) => {
    const result = await client.query(inSavepoint(sql), [...parameters]);
    return result as PostgresQueryResult<R>;
  };
  const connection: PostgresPoolClient = {
    // The type has a second form for cursors, which this program does not use.
    query: send as PostgresPoolClient['query'],
    release: () => undefined,
  };
  let depth = 0;
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect: async () => connection, end: async () => undefined } }),
  });
  return {
    db,
    attempt: async (run, isKept = () => false) => {
      depth += 1;
      const name = `attempt_${depth}`;
      await client.query(`savepoint ${name}`);
      let keeps = false;
      try {
        const result = await run();
        keeps = isKept(result);
        return result;
      } finally {
        depth -= 1;
        await client.query(`${keeps ? '' : `rollback to savepoint ${name}; `}release savepoint ${name}`);
      }
    },
    queryIn: async (tenantId, sql, parameters) => {
      await client.query("select set_config('app.tenant', $1, true)", [tenantId]);
      return (await client.query(sql, [...parameters])).rows;
    },
    close: async () => {
      await client.query('rollback');
      await client.end();
    },
  };
}

function inSavepoint(sql: string): string {
  if (sql === 'commit') return 'release savepoint request';
  if (sql === 'rollback') return 'rollback to savepoint request';
  return sql.startsWith('begin;') ? sql.replace('begin;', 'savepoint request;') : sql;
}
