import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables';

declare const bound: unique symbol;

/** The query builder bound to one connection inside an open transaction; only this file makes one. */
export type Transaction = Kysely<Tables> & { readonly [bound]: true };

export interface TransactionOptions {
  /** The longest one statement may take, in milliseconds. */
  readonly statementTimeoutMs?: number;
}

/** 10 s: the limit of a person's attention to one task (Nielsen, Response Times, 1993); nothing a screen waits for may take longer. */
const STATEMENT_TIMEOUT_MS = 10_000;

/** A transaction left open by a stuck process gives its locks back after 15 s, after any statement's own limit. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 15_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Runs `run` in one transaction that sees the rows of `tenantId` only (row-level security, architecture.md, Data).
 *
 * Commits when `run` resolves, rolls back when it rejects and passes its error on. `begin` and the tenant travel in
 * one round trip. Never repeated by itself: a serialization failure or deadlock is the caller's to retry.
 * Rejects before touching the database when `tenantId` is not a UUID.
 */
export async function inTenant<T>(
  db: Kysely<Tables>,
  tenantId: string,
  run: (trx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (!UUID.test(tenantId)) throw new TypeError('a tenant id must be a UUID');
  return runTransaction(db, tenantId, run, options);
}

/**
 * Runs `run` in one transaction without a tenant: for schema `gate`, which finds the tenant. Tables under
 * row-level security show no rows. Otherwise as `inTenant`.
 */
export async function inTransaction<T>(
  db: Kysely<Tables>,
  run: (trx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return runTransaction(db, '', run, options);
}

async function runTransaction<T>(
  db: Kysely<Tables>,
  tenant: string,
  run: (trx: Transaction) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const timeoutMs = Math.trunc(options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS);
  // Several statements in one text need the simple protocol, which has no parameters: `tenant` is a checked UUID or
  // empty, the rest are numbers. The settings end with the transaction, so a pooler in transaction mode is safe.
  const begin = sql.raw(
    `begin; select set_config('app.tenant', '${tenant}', true), ` +
      `set_config('statement_timeout', '${timeoutMs}', true), ` +
      `set_config('idle_in_transaction_session_timeout', '${IDLE_IN_TRANSACTION_TIMEOUT_MS}', true)`,
  );
  return db.connection().execute(async (connection) => {
    try {
      await begin.execute(connection);
      const result = await run(connection as Transaction);
      await sql.raw('commit').execute(connection);
      return result;
    } catch (error) {
      // A failed rollback leaves the transaction open, and connect.ts closes such a connection; the first error tells more.
      await sql
        .raw('rollback')
        .execute(connection)
        .catch(() => undefined);
      throw error;
    }
  });
}

/**
 * Gives an open transaction without a tenant the tenant that schema `gate` has just named (activation, sign-in).
 * Rejects when `tenantId` is not a UUID. A transaction enters one tenant only.
 */
export async function enterTenant(trx: Transaction, tenantId: string): Promise<void> {
  if (!UUID.test(tenantId)) throw new TypeError('a tenant id must be a UUID');
  await sql`select set_config('app.tenant', ${tenantId}, true)`.execute(trx);
}
