import { sql } from 'kysely';
import type { ReminderKind } from '../../src/domain/reminder/kinds';
import type { NoticeTarget } from '../../src/domain/reminder/noticeTarget';
import type { Transaction } from '../database/tenantTransaction';

/** A reminder as it waits to be sent. */
export interface PlannedReminder {
  id: string;
  kind: ReminderKind;
  subject: string;
  memberId: string;
  title: string;
  text: string;
  target: NoticeTarget;
  dueAt: Date;
  until: Date | null;
  isNoticed: boolean;
}

/** What has become of a reminder (migration 0022). */
export type ReminderState = 'planned' | 'told' | 'sending' | 'sent' | 'dropped';

/** Adds a planned reminder; false when the member has had, or will have, one of this kind about this subject. */
export async function insertReminder(
  trx: Transaction,
  tenantId: string,
  reminder: Omit<PlannedReminder, 'until'> & { until?: Date },
): Promise<boolean> {
  const inserted = await trx
    .insertInto('reminder')
    .values({
      tenant_id: tenantId,
      id: reminder.id,
      kind: reminder.kind,
      subject: reminder.subject,
      member_id: reminder.memberId,
      title: reminder.title,
      text: reminder.text,
      target: JSON.stringify({ screen: reminder.target.screen, query: reminder.target.query ?? {} }),
      due_at: reminder.dueAt,
      until_at: reminder.until ?? null,
      noticed: reminder.isNoticed,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'kind', 'subject', 'member_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** A reminder that is still planned, locked until the transaction ends; null when it is not. */
export async function lockPlanned(
  trx: Transaction,
  tenantId: string,
  reminderId: string,
): Promise<PlannedReminder | null> {
  const row = await trx
    .selectFrom('reminder')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', reminderId)
    .where('state', '=', 'planned')
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    memberId: row.member_id,
    title: row.title,
    text: row.text,
    // Written by `insertReminder` from a target.
    target: row.target as NoticeTarget,
    dueAt: row.due_at,
    until: row.until_at,
    isNoticed: row.noticed,
  };
}

/** Writes what became of a reminder; `sentOn` is the day on which WeChat was handed it. */
export async function settleReminder(
  trx: Transaction,
  tenantId: string,
  reminderId: string,
  settled: { state: ReminderState; isNoticed?: true; sentOn?: string | null },
): Promise<void> {
  await trx
    .updateTable('reminder')
    .set({
      state: settled.state,
      ...(settled.isNoticed ? { noticed: true } : {}),
      ...(settled.sentOn !== undefined ? { sent_on: settled.sentOn } : {}),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', reminderId)
    .execute();
}

/** Holds what WeChat is handed for a member until the transaction ends, so that two messages at once are counted one after the other. */
export async function lockSending(trx: Transaction, tenantId: string, memberId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cards|${tenantId}|${memberId}`}, 0))`.execute(
    trx,
  );
}

/** How many messages WeChat was handed for a member on a day. */
export async function countSentOn(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  day: string,
): Promise<number> {
  const { rows } = await sql<{ sent: number }>`
    select count(*)::int as sent from reminder
    where tenant_id = ${tenantId} and member_id = ${memberId} and sent_on = ${day}`.execute(trx);
  return rows[0]?.sent ?? 0;
}

/** Reminders due before `before`, also one that WeChat never took and nobody sends any more; returns how many rows went. */
export async function deleteOldReminders(trx: Transaction, tenantId: string, before: Date): Promise<number> {
  const result = await trx
    .deleteFrom('reminder')
    .where('tenant_id', '=', tenantId)
    .where('due_at', '<', before)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
