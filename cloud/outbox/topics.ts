import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables';
import type { Ports } from '../ports/ports';

/** What may wait in the outbox: topic -> payload. Payloads hold ids, never personal data. */
export interface OutboxPayloads {
  /** The object of a file that is gone from the table (unfinished upload, read and deleted import). */
  'file.remove': { fileId: string };
  /** A reminder whose time has come (cloud/reminder/sendReminder.ts). */
  'reminder.send': { reminderId: string };
  /** A piece handed in from WeChat, whose text WeChat is to check (cloud/study/checkTextByWeixin.ts). */
  'study.checkText': { pieceId: string; version: number; writerId: string };
  /** The day before a study task's deadline, for one branch (cloud/task/remindBeforeDeadline.ts). */
  'task.remind': { taskId: string; branchId: string };
}

export type OutboxTopic = keyof OutboxPayloads;

/** One message as its handler gets it. */
export interface OutboxMessage<T extends OutboxTopic = OutboxTopic> {
  tenantId: string;
  /** The same at every try: what a handler may use as idempotency towards the outside. */
  id: string;
  payload: OutboxPayloads[T];
}

/**
 * Does what a message asks of the outside. It may be called again after it has
 * succeeded (the process died before saying so), so a second call must do no
 * harm. It throws to be tried again later.
 */
export type OutboxHandler<T extends OutboxTopic> = (
  message: OutboxMessage<T>,
  ports: Ports,
  db: Kysely<Tables>,
) => Promise<void>;

/** One handler for every topic. */
export type OutboxHandlers = { readonly [T in OutboxTopic]: OutboxHandler<T> };
