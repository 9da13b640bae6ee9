import { sql } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';

/** A message as it lies in the table; its topic may be of a newer program. */
export interface StoredMessage {
  id: string;
  topic: string;
  payload: Record<string, unknown>;
  /** Tries so far, the one that begins now included. */
  tries: number;
}

/** Adds a message that is due at `dueAt`. */
export async function insertMessage(
  trx: Transaction,
  message: { tenantId: string; id: string; topic: string; payload: object; now: Date; dueAt: Date },
): Promise<void> {
  await trx
    .insertInto('outbox')
    .values({
      tenant_id: message.tenantId,
      id: message.id,
      topic: message.topic,
      payload: JSON.stringify(message.payload),
      created_at: message.now,
      due_at: message.dueAt,
      done_at: null,
      failed_at: null,
      last_error: null,
    })
    .execute();
}

/**
 * Takes the message that has been due longest, or null: counts the try and
 * moves its time to `leaseUntil`, so that nobody else takes it before then. Rows
 * that another process is just taking are passed over, never waited for.
 */
export async function claimNextMessage(
  trx: Transaction,
  tenantId: string,
  now: Date,
  leaseUntil: Date,
): Promise<StoredMessage | null> {
  const { rows } = await sql<StoredMessage>`
    with next as (
      select id from outbox
      where tenant_id = ${tenantId} and due_at <= ${now} and done_at is null and failed_at is null
      order by due_at
      limit 1
      for update skip locked
    )
    update outbox set due_at = ${leaseUntil}, attempts = outbox.attempts + 1
    from next
    where outbox.tenant_id = ${tenantId} and outbox.id = next.id
    returning outbox.id, outbox.topic, outbox.payload, outbox.attempts as tries`.execute(trx);
  return rows[0] ?? null;
}

/** The message has been delivered. */
export async function markMessageDone(
  trx: Transaction,
  tenantId: string,
  id: string,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ done_at: now, last_error: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/**
 * The try numbered `tries` failed: try again at `dueAt`, or give up for good when
 * that is null. Does nothing when the lease ran out meanwhile and a later try
 * owns the message, or when it is done.
 */
export async function markMessageFailed(
  trx: Transaction,
  tenantId: string,
  failure: { id: string; tries: number; error: string; now: Date; dueAt: Date | null },
): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({
      last_error: failure.error,
      ...(failure.dueAt ? { due_at: failure.dueAt } : { failed_at: failure.now }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', failure.id)
    .where('attempts', '=', failure.tries)
    .where('done_at', 'is', null)
    .execute();
}
