import { shanghaiDay, shanghaiTime } from '../../src/domain/calendar/shanghai';
import { isWorkday } from '../../src/domain/calendar/workdays';
import { fitThing, fitTime } from '../../src/domain/reminder/fitTemplate';
import type { ReminderKind } from '../../src/domain/reminder/kinds';
import { noticePage } from '../../src/domain/reminder/noticeTarget';
import { sendableAt } from '../../src/domain/reminder/quietHours';
import { loadEdits } from '../calendar/loadEdits';
import { hasDemoMark } from '../database/demoMark';
import { inTenant, type Transaction } from '../database/tenantTransaction';
import { findOpenids } from '../identity/findOpenids';
import { enqueue } from '../outbox/enqueue';
import type { OutboxHandler } from '../outbox/topics';
import { newId } from '../ports/newId';
import type { Ports } from '../ports/ports';
import type { SendOutcome, SubscribeMessage } from '../ports/weixin';
import { addConsent, findChoice, takeConsent, voidConsents } from './choiceRepository';
import {
  countSentOn,
  lockPlanned,
  lockSending,
  type PlannedReminder,
  settleReminder,
} from './plannedRepository';
import { insertNotice } from './reminderRepository';

/** What a check is asked about. */
export interface DueQuestion {
  tenantId: string;
  memberId: string;
  subject: string;
  now: Date;
}

/** Whether the matter of a reminder is still open for the member, at the moment of sending. */
export type StillDue = (trx: Transaction, question: DueQuestion) => Promise<boolean>;

export type ReminderChecks = Readonly<Record<ReminderKind, StillDue>>;

/** Two cards a day at most, whatever comes together (product.md G4: notifications with a budget); the inbox has all. */
const CARDS_A_DAY = 2;

type Card = SubscribeMessage & { appid: string };

/**
 * Delivers `reminder.send`. WeChat is handed a reminder at most once: it is marked as being sent, and its consent used,
 * before WeChat is asked, so a process that dies in between sends nothing twice (the inbox has it anyway). Only what
 * WeChat has surely not taken is tried again.
 */
export function sendReminder(checks: ReminderChecks): OutboxHandler<'reminder.send'> {
  return async ({ tenantId, payload: { reminderId } }, ports, db) => {
    const isDemo = await hasDemoMark(db);
    const prepared = await inTenant(db, tenantId, (trx) =>
      prepare(trx, ports, checks, { tenantId, reminderId, isDemo }),
    );
    if (!prepared) return;
    const { card, reminder } = prepared;
    const outcome = await send(ports, card, reminderId);
    if (outcome === 'unknown') return;
    await inTenant(db, tenantId, (trx) => settle(trx, tenantId, reminder, outcome));
    if (outcome === 'later') throw new Error('WeChat takes nothing at present');
  };
}

async function prepare(
  trx: Transaction,
  ports: Ports,
  checks: ReminderChecks,
  { tenantId, reminderId, isDemo }: { tenantId: string; reminderId: string; isDemo: boolean },
): Promise<{ card: Card; reminder: PlannedReminder } | null> {
  const reminder = await lockPlanned(trx, tenantId, reminderId);
  if (!reminder) return null;
  const { kind, memberId, subject, until } = reminder;
  const now = ports.clock.now();
  const fresh = () => newId(ports.clock, ports.random);
  if (!(await checks[kind](trx, { tenantId, memberId, subject, now }))) {
    await settleReminder(trx, tenantId, reminderId, { state: 'dropped' });
    return null;
  }
  if (!reminder.isNoticed) {
    const text = isDemo ? `演示：微信里会收到“${reminder.text}”` : reminder.text;
    await insertNotice(trx, { tenantId, id: fresh(), memberId, text, target: reminder.target, now });
  }
  const tell = () => settleReminder(trx, tenantId, reminderId, { state: 'told', isNoticed: true });

  const choice = await findChoice(trx, tenantId, memberId);
  const address = await addressOf(trx, ports, tenantId, reminder);
  if (!address || choice.off.includes(kind)) {
    await tell();
    return null;
  }
  const year = Number(shanghaiDay(now).slice(0, 4));
  const edits = await loadEdits(trx, tenantId, year, year + 1);
  // A morning's reading belongs to working days; a review and a deadline do not wait for them.
  const at = sendableAt(now, choice.quiet, (day) => kind === 'study' && !isWorkday(day, edits));
  if (until && at >= until) {
    await tell();
    return null;
  }
  if (at > now) {
    await settleReminder(trx, tenantId, reminderId, { state: 'planned', isNoticed: true });
    await enqueue({ trx, now, newId: fresh, actor: { tenantId } }, 'reminder.send', { reminderId }, at);
    return null;
  }
  const today = shanghaiDay(now);
  await lockSending(trx, tenantId, memberId);
  const isWithin = (await countSentOn(trx, tenantId, memberId, today)) < CARDS_A_DAY;
  if (!isWithin || !(await takeConsent(trx, tenantId, memberId, kind))) {
    await tell();
    return null;
  }
  await settleReminder(trx, tenantId, reminderId, { state: 'sending', isNoticed: true, sentOn: today });
  const card = {
    appid: address.appid,
    openid: address.openid,
    templateId: address.template.id,
    page: noticePage,
    data: {
      [address.template.subjectField]: fitThing(reminder.title),
      [address.template.timeField]: fitTime(
        shanghaiDay(until ?? reminder.dueAt),
        shanghaiTime(until ?? reminder.dueAt),
      ),
    },
  };
  return { card, reminder };
}

/** The mini-program in which the member is known and which has a template for the kind. */
async function addressOf(trx: Transaction, ports: Ports, tenantId: string, reminder: PlannedReminder) {
  for (const known of await findOpenids(trx, tenantId, reminder.memberId)) {
    const template = ports.weixin.settings.templateOf(known.appid, reminder.kind);
    if (template) return { ...known, template };
  }
  return null;
}

async function send(
  ports: Ports,
  { appid, ...message }: Card,
  reminderId: string,
): Promise<SendOutcome | 'unknown'> {
  try {
    const outcome = await ports.weixin.sendMessage(appid, message);
    if (outcome === 'misconfigured') {
      ports.log.error('WeChat refuses a reminder', new Error('template, page or data'), { reminderId });
    }
    return outcome;
  } catch (error) {
    // It may have been taken: never twice, so it stays as it is.
    ports.log.error('WeChat did not answer a reminder', error, { reminderId });
    return 'unknown';
  }
}

async function settle(
  trx: Transaction,
  tenantId: string,
  { id, kind, memberId }: PlannedReminder,
  outcome: SendOutcome,
): Promise<void> {
  switch (outcome) {
    case 'sent':
      return settleReminder(trx, tenantId, id, { state: 'sent' });
    case 'noConsent':
      await voidConsents(trx, tenantId, memberId, kind);
      return settleReminder(trx, tenantId, id, { state: 'told', sentOn: null });
    case 'misconfigured':
      await addConsent(trx, tenantId, memberId, kind);
      return settleReminder(trx, tenantId, id, { state: 'told', sentOn: null });
    case 'later':
      await addConsent(trx, tenantId, memberId, kind);
      return settleReminder(trx, tenantId, id, { state: 'planned', sentOn: null });
  }
}
