import type { Transaction } from '../database/tenantTransaction';
import { insertMessage } from './outboxRepository';
import type { OutboxPayloads, OutboxTopic } from './topics';

/** What enqueueing needs; every use case's Context fits. */
export interface EnqueueContext {
  trx: Transaction;
  now: Date;
  newId(): string;
  actor: { tenantId: string };
}

/**
 * Leaves a message for after the commit, in the transaction that makes it
 * necessary: it exists exactly when the rest of that transaction does.
 * Delivered at least once, within about a minute (of `dueAt`, when given), by `tick`.
 */
export async function enqueue<T extends OutboxTopic>(
  { trx, now, newId, actor }: EnqueueContext,
  topic: T,
  payload: OutboxPayloads[T],
  dueAt: Date = now,
): Promise<void> {
  const message = { tenantId: actor.tenantId, id: newId(), topic, payload, now, dueAt };
  await insertMessage(trx, message);
}
