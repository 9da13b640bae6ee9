import { type Kysely, sql } from 'kysely';
import type { Tables } from './database/tables';
import type { Transaction } from './database/tenantTransaction';

/** Every bureau of the deployment, oldest first; the one look into schema `gate` that `tick` may take. */
export async function listTenantIds(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom('gate.tenant').select('id').orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => row.id);
}

/** Sessions that have ended, and counts of tries and pairings from before `triesBefore`, of every bureau; returns how many rows of the first two went. */
export async function deleteEndedSessionsAndTries(
  trx: Transaction,
  now: Date,
  triesBefore: Date,
): Promise<{ sessions: number; tries: number }> {
  const { rows } = await sql<{ sessions: number; tries: number }>`
    with ended as (delete from gate.session where expires_at <= ${now} returning 1),
      old as (delete from gate.tries where window_start < ${triesBefore} returning 1),
      paired as (delete from gate.pairing where expires_at < ${triesBefore} returning 1)
    select (select count(*) from ended) as sessions, (select count(*) from old) as tries`.execute(trx);
  return rows[0] ?? { sessions: 0, tries: 0 };
}

/** Receipts and delivered messages made before `before`; returns how many rows went. */
export async function deleteOldTraces(
  trx: Transaction,
  tenantId: string,
  before: Date,
): Promise<{ receipts: number; messages: number }> {
  const { rows } = await sql<{ receipts: number; messages: number }>`
    with old as (delete from receipt where tenant_id = ${tenantId} and created_at < ${before} returning 1),
      delivered as (delete from outbox where tenant_id = ${tenantId} and done_at < ${before} returning 1)
    select (select count(*) from old) as receipts, (select count(*) from delivered) as messages`.execute(trx);
  return rows[0] ?? { receipts: 0, messages: 0 };
}

/** Uploads begun before `before` and never finished; returns the ids of the rows that went. */
export async function deleteUnfinishedFiles(
  trx: Transaction,
  tenantId: string,
  before: Date,
): Promise<string[]> {
  const rows = await trx
    .deleteFrom('file')
    .where('tenant_id', '=', tenantId)
    .where('state', '=', 'begun')
    .where('created_at', '<', before)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Files of `purpose` begun before `before` that no piece shows; returns the ids of the rows that went. */
export async function deleteUnusedFiles(
  trx: Transaction,
  tenantId: string,
  purpose: string,
  before: Date,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from file where tenant_id = ${tenantId} and purpose = ${purpose} and created_at < ${before}
      and not exists (select 1 from piece_media m where m.tenant_id = ${tenantId} and m.file_id = file.id)
    returning id`.execute(trx);
  return rows.map((row) => row.id);
}
