import type { ReminderKind } from '../../src/domain/reminder/kinds';
import type { NoticeTarget } from '../../src/domain/reminder/noticeTarget';
import type { EnqueueContext } from '../outbox/enqueue';
import { enqueue } from '../outbox/enqueue';
import { insertReminder } from './plannedRepository';
import { insertNotice } from './reminderRepository';

/** Something to remind a member of. */
export interface Reminder {
  kind: ReminderKind;
  memberId: string;
  /** What it is about, in letters and ids: the same kind, subject and member are reminded once and never again. */
  subject: string;
  /** For WeChat's card: what it is about in a few words. */
  title: string;
  /** For the inbox: one plain sentence in the voice of design.md "Words". */
  text: string;
  /** When; not before it. An instant that has passed means now. */
  dueAt: Date;
  /** From then on WeChat is not bothered any more (a deadline, the end of the day). */
  until?: Date;
  target: NoticeTarget;
}

/**
 * Plans a reminder in the transaction of what makes it necessary. What is due now is in the inbox with that
 * transaction; later ones appear in it at their time, and only while the matter is still open (`reminderChecks.ts`:
 * a check per kind runs at sending). WeChat is asked besides, when the member has a consent left for the kind, has not
 * switched it off, and outside of quiet hours. A second call for the same kind, subject and member changes nothing.
 */
export async function remind(context: EnqueueContext, reminder: Reminder): Promise<void> {
  const { trx, now, newId, actor } = context;
  const { tenantId } = actor;
  const id = newId();
  const isNow = reminder.dueAt <= now;
  if (!(await insertReminder(trx, tenantId, { ...reminder, id, isNoticed: isNow }))) return;
  if (isNow) {
    const { memberId, text, target } = reminder;
    await insertNotice(trx, { tenantId, id: newId(), memberId, text, target, now });
  }
  await enqueue(context, 'reminder.send', { reminderId: id }, reminder.dueAt);
}
