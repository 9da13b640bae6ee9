import { Kysely, PostgresDialect, type PostgresPoolClient, type PostgresQueryResult } from 'kysely';
import { Client, type QueryResult } from 'pg';
import { inOneWrite } from '../../database/connect';
import { statementNames } from '../../database/preparedStatements';
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
 * row-level security included, and costs no cleaning up. Savepoints whose answer
 * nobody reads travel with the next statement: the matrix asks fifty thousand
 * times, and half of what it sent were those.
 */
export async function openForgettingDatabase(url: string): Promise<ForgettingDatabase> {
  // What waits and the statement after it are written one behind the other and cost one round trip.
  const client = new Client({ connectionString: url, types: { getTypeParser: readType }, pipeline: true });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin');
  let waiting: string[] = [];
  const names = statementNames();

  /** With what waits before it. Text with several statements takes no parameters, so those go after it. */
  const ask = async (sql: string, parameters: readonly unknown[]) => {
    const before = waiting.join('; ');
    waiting = [];
    if (parameters.length === 0) {
      const answers = (await client.query(before ? `${before}; ${sql}` : sql)) as QueryResult | QueryResult[];
      const last = Array.isArray(answers) ? answers.at(-1) : answers;
      if (!last) throw new Error('no answer');
      return last;
    }
    const name = names.of(sql);
    const values = [...parameters];
    const ours = () => client.query(name === null ? { text: sql, values } : { name, text: sql, values });
    if (!before) return ours();
    const [, answer] = await Promise.all(inOneWrite(client, () => [client.query(before), ours()] as const));
    return answer;
  };
  const send = async <R>(sql: string, parameters: readonly unknown[]) => {
    // A failed statement that the code under test swallowed is told by its commit, not by what comes after it.
    const canWait =
      sql === 'rollback' ||
      sql.startsWith('begin;') ||
      (sql === 'commit' && client.getTransactionStatus() === 'T');
    if (!canWait) return (await ask(inSavepoint(sql), parameters)) as PostgresQueryResult<R>;
    waiting.push(inSavepoint(sql));
    return { command: 'SELECT', rowCount: 0, rows: [] } as PostgresQueryResult<R>;
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
      waiting.push(`savepoint ${name}`);
      let keeps = false;
      try {
        const result = await run();
        keeps = isKept(result);
        return result;
      } finally {
        depth -= 1;
        waiting.push(...(keeps ? [] : [`rollback to savepoint ${name}`]), `release savepoint ${name}`);
      }
    },
    queryIn: async (tenantId, sql, parameters) => {
      await ask("select set_config('app.tenant', $1, true)", [tenantId]);
      return (await ask(sql, parameters)).rows;
    },
    close: async () => {
      await client.query('rollback');
      await client.end();
    },
  };
}

function inSavepoint(sql: string): string {
  if (sql === 'commit') return 'release savepoint request';
  if (sql === 'rollback') return 'rollback to savepoint request; release savepoint request';
  return sql.startsWith('begin;') ? sql.replace('begin;', 'savepoint request;') : sql;
}
