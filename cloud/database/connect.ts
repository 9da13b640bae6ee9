import type { Writable } from 'node:stream';
import {
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  sql,
} from 'kysely';
import { type ClientBase, Pool, type PoolClient } from 'pg';
import { isStalePlan, noStatementNames, type StatementNames, statementNames } from './preparedStatements';
import type { Tables } from './tables';
import { readType } from './typeReaders';

/** One pool of connections to the database, and the query builder over it. */
export interface DatabaseHandle {
  readonly db: Kysely<Tables>;
  readonly pool: Pool;
  /** Waits for running queries and closes every connection; may be called twice. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Connections at most. 10 for a server (pg's own default), 1 or 2 for a cloud function (architecture.md, Entries). */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
  /**
   * Statements with parameters are named at protocol level, so that each connection plans them once (planning is
   * three fifths of a short request, docs/benchmarks.md). Off by default: a pooler in transaction mode must know
   * them (pgbouncer from 1.21 on, `max_prepared_statements` above 0).
   */
  readonly preparedStatements?: boolean;
  /** Told about a connection that broke while idle; the pool replaces it by itself. */
  readonly onIdleError?: (error: Error) => void;
}

/** A new connection, or a free one of the pool, within 5 s; WeChat gives a cloud function 20 s at most by default, and a person less. */
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * The client's own limit for one query, for a server that no longer answers at all. Above the 10 s that
 * tenantTransaction.ts sets in the server, so that the server's clear error comes first.
 */
const QUERY_TIMEOUT_MS = 15_000;

/**
 * Opens a pool on `url` (postgres://…) without connecting yet.
 *
 * Types are read for this pool only, not globally: DATE as 'YYYY-MM-DD', timestamptz as Date, int8 and numeric as
 * number (an int8 beyond 2^53 is an error, never a rounded number).
 *
 * A connection goes back to the pool only when no transaction is open on it; any other is closed. A `commit` that
 * the server answered with a rollback (a failed statement was swallowed) is an error.
 */
export function connect(url: string, options: ConnectOptions = {}): DatabaseHandle {
  const pool = new Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    application_name: options.applicationName ?? 'morning-study',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    // Only for the words that begin a transaction, see guardClient.
    pipeline: true,
    // Settings such as statement_timeout are not sent here: pgbouncer refuses unknown start-up parameters.
    types: { getTypeParser: readType },
  });
  let closing: Promise<void> | undefined;
  // Without a listener a connection that breaks while idle ends the process. Of one that is being closed anyway nobody
  // needs to hear: the pool's end does not wait until PostgreSQL has let go of it.
  pool.on('error', (error) => {
    if (closing === undefined) options.onIdleError?.(error);
  });
  // The pool takes its own listener off while a connection is in use; the query that runs gets the error anyway.
  pool.on('connect', (client) => client.on('error', () => undefined));

  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: guardPool(pool, options.preparedStatements ? statementNames() : noStatementNames),
    }),
  });
  return {
    db,
    pool,
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
}

function guardPool(pool: Pool, names: StatementNames): PostgresPool {
  const guarded = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect();
      let guard = guarded.get(client);
      if (guard === undefined) {
        guard = guardClient(client, names);
        guarded.set(client, guard);
      }
      return guard;
    },
    end: () => pool.end(),
  };
}

/** What is asked in `ask` goes out in one packet: each write of its own costs as much as a short statement's work. */
export function inOneWrite<T>(client: ClientBase, ask: () => T): T {
  // The types do not know pg's own connection; a stream that is held back nests (pg holds it for each statement).
  const { stream } = (client as ClientBase & { connection: { stream: Writable } }).connection;
  stream.cork();
  try {
    return ask();
  } finally {
    stream.uncork();
  }
}

/** What a statement is answered with that nobody has waited for. */
const UNREAD: PostgresQueryResult<never> = { command: 'SELECT', rowCount: 0, rows: [] };

const UNREAD_MARK = '/* with the next */';

/**
 * Begins the text of a statement whose answer nobody reads: it waits and goes out in one packet with what comes next on
 * its connection, the commit at the latest, and costs no round trip of its own. Whoever sends what comes next gets its
 * error, and a transaction that is rolled back forgets it.
 */
export const WITH_THE_NEXT = sql.raw(UNREAD_MARK);

interface Asked {
  text: string;
  parameters: readonly unknown[];
}

function isBegin(text: string): boolean {
  return text.startsWith('begin;');
}

function isUnread(text: string): boolean {
  return isBegin(text) || text.startsWith(UNREAD_MARK);
}

/**
 * Names statements, watches commits, and sends together with the next statement what nobody reads the answer of: the
 * words that begin a transaction, and what says so (`WITH_THE_NEXT`).
 */
function guardClient(client: PoolClient, names: StatementNames): PostgresPoolClient {
  let waiting: Asked[] = [];
  const send = (text: string, parameters: readonly unknown[]) => {
    const name = parameters.length > 0 ? names.of(text) : null;
    const values = [...parameters];
    return client.query(name === null ? { text, values } : { name, text, values }).catch((error: unknown) => {
      if (isStalePlan(error)) names.renew();
      throw error;
    });
  };
  const sendAll = async (before: readonly Asked[], last: Asked) => {
    const answers = await Promise.allSettled(
      inOneWrite(client, () => [...before, last].map((one) => send(one.text, one.parameters))),
    );
    // The first that failed says why; after it nothing of the transaction means anything, whatever came of it.
    for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
    const [answer] = answers.slice(-1);
    if (answer?.status !== 'fulfilled') throw new Error('nothing was asked');
    return answer.value;
  };
  const query = async <R>(text: string, parameters: readonly unknown[]) => {
    if (isUnread(text)) {
      waiting.push({ text, parameters });
      return UNREAD;
    }
    const before = waiting;
    waiting = [];
    if (text === 'rollback') {
      // What waits is forgotten; where the begin still waits, nothing was begun.
      if (before[0] !== undefined && isBegin(before[0].text)) return UNREAD;
      before.length = 0;
    }
    const asked = { text, parameters };
    const result = await (before.length === 0 ? send(text, parameters) : sendAll(before, asked));
    // PostgreSQL answers COMMIT of a failed transaction with the tag ROLLBACK and no error.
    if (text === 'commit' && result.command !== 'COMMIT') {
      throw new Error('the transaction had failed before its commit and was rolled back');
    }
    return result as PostgresQueryResult<R>;
  };
  return {
    // The type has a second form for cursors, which this program does not use.
    query: query as PostgresPoolClient['query'],
    release() {
      const isIdle = client.getTransactionStatus() === 'I';
      client.release(isIdle ? undefined : new Error('a transaction was still open on this connection'));
    },
  };
}
