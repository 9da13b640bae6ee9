import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables';
import { inTenant } from '../database/tenantTransaction';
import type { Ports } from '../ports/ports';
import { MOST_TRIES, retryDelayMs } from './backoff';
import { claimNextMessage, markMessageDone, markMessageFailed, type StoredMessage } from './outboxRepository';
import type { OutboxHandlers, OutboxTopic } from './topics';

/** What one run did, in messages. */
export interface Drained {
  done: number;
  /** To be tried again later. */
  retried: number;
  /** Given up after the last try. */
  failed: number;
}

export interface DrainOptions {
  tenantIds: readonly string[];
  /** Messages per tenant and run at most; the rest waits for the next run. */
  limit: number;
}

/**
 * While a handler works its message is nobody else's for five minutes: longer
 * than a cloud function may run at all (60 s by default, 900 s only for the
 * slow kind), short enough that a killed process delays little.
 */
export const LEASE_MS = 300_000;

/**
 * Delivers what is due in the outbox of each tenant, one message after the
 * other: claimed in a short transaction, handled outside of any, then marked
 * done or put off (one minute, doubling, one hour at most) and after ten tries
 * given up. May run in several processes at once; a message is one process's
 * until its lease runs out.
 *
 * At least once, not exactly once: a process that dies between the handler's
 * success and the mark leaves the message to be delivered again, so handlers
 * must not mind. A handler's failure is logged and never stops the others.
 */
export async function drainOutbox(
  db: Kysely<Tables>,
  ports: Ports,
  handlers: Partial<OutboxHandlers>,
  { tenantIds, limit }: DrainOptions,
): Promise<Drained> {
  const drained: Drained = { done: 0, retried: 0, failed: 0 };
  for (const tenantId of tenantIds) {
    for (let taken = 0; taken < limit; taken += 1) {
      const now = ports.clock.now();
      const leaseUntil = new Date(now.getTime() + LEASE_MS);
      const message = await inTenant(db, tenantId, (trx) => claimNextMessage(trx, tenantId, now, leaseUntil));
      if (!message) break;
      drained[await deliver(db, ports, handlers, tenantId, message)] += 1;
    }
  }
  return drained;
}

async function deliver(
  db: Kysely<Tables>,
  ports: Ports,
  handlers: Partial<OutboxHandlers>,
  tenantId: string,
  message: StoredMessage,
): Promise<keyof Drained> {
  const { id, topic, payload, tries } = message;
  try {
    // Whoever took the last try died with it, ten times in a row: this message is what kills them.
    if (tries > MOST_TRIES) throw new Error('no process survived this message');
    const handler = isTopic(handlers, topic) ? handlers[topic] : undefined;
    if (!handler) throw new Error('no handler for this topic');
    await handler({ tenantId, id, payload: payload as never }, ports, db);
  } catch (error) {
    const now = ports.clock.now();
    const dueAt = tries < MOST_TRIES ? new Date(now.getTime() + retryDelayMs(tries)) : null;
    ports.log.error('outbox message failed', error, { topic, messageId: id, tries, givenUp: dueAt === null });
    await inTenant(db, tenantId, (trx) =>
      markMessageFailed(trx, tenantId, { id, tries, error: nameOf(error), now, dueAt }),
    );
    return dueAt ? 'retried' : 'failed';
  }
  await inTenant(db, tenantId, (trx) => markMessageDone(trx, tenantId, id, ports.clock.now()));
  return 'done';
}

function isTopic(handlers: Partial<OutboxHandlers>, topic: string): topic is OutboxTopic {
  return Object.hasOwn(handlers, topic);
}

/** The kind of error only (ENOSPC, TypeError): messages from outside may carry data that has no business in the table. */
function nameOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
