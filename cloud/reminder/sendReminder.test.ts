import { randomUUID } from 'node:crypto';
import { operations } from '../../src/contract/operations';
import { shanghaiInstant } from '../../src/domain/calendar/shanghai';
import { type ReminderKind, reminderKindNames } from '../../src/domain/reminder/kinds';
import { inTenant } from '../database/tenantTransaction';
import { drainOutbox } from '../outbox/drainOutbox';
import { outboxHandlers } from '../outbox/handlers';
import type { LocalWeixin } from '../ports/weixinLocal';
import { purgeTenant } from '../purge';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import type { TestPersonName } from '../testing/people';
import { type Reminder, remind } from './remind';
import { sendReminder } from './sendReminder';

const APPID = 'wx000000000000000a';
/** Monday 23 November 2026. */
const MORNING = shanghaiInstant('2026-11-23', '08:30');

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(MORNING);
  await world.database.owner.pool.query(
    'truncate notice, reminder, reminder_consent, reminder_choice, outbox, gate.binding',
  );
  isOpen = true;
});

let isOpen = true;
/** The real delivery, with a matter that a test opens and closes. */
const check = async () => isOpen;
const checks = { study: check, task: check, review: check, lecture: check };
const drain = (ports = world.ports) =>
  drainOutbox(
    world.database.db,
    ports,
    { ...outboxHandlers, 'reminder.send': sendReminder(checks) },
    { tenantIds: [world.tenantId], limit: 100 },
  );

const bind = (person: TestPersonName, openid: string) =>
  world.database.db
    .insertInto('gate.binding')
    .values({ appid: APPID, openid, tenant_id: world.tenantId, member_id: world.members[person] })
    .execute();
const agree = (person: TestPersonName, kind: ReminderKind = 'task') =>
  world.ok(person, 'reminder.consent', { kind, answer: 'accept' });
const plan = (person: TestPersonName, more: Partial<Reminder> = {}) =>
  world.asActor('secretary', (context) =>
    remind(context, {
      kind: 'task',
      memberId: world.members[person],
      subject: 'task-1',
      title: '读一读条例',
      text: '学习任务《读一读条例》明天到期',
      dueAt: MORNING,
      target: { screen: 'today' },
      ...more,
    }),
  );
const inboxOf = async (person: TestPersonName) =>
  (await world.ok(person, 'reminder.inbox', {})).notices.map((notice) => notice.text);
const sentTo = (openid: string) =>
  (world.ports.weixin as LocalWeixin).sent.filter((one) => one.openid === openid);
const stateOf = () =>
  inTenant(world.database.db, world.tenantId, (trx) =>
    trx.selectFrom('reminder').select(['state', 'sent_on', 'noticed']).orderBy('id').execute(),
  );
/** As if the process had died before it could say so, and its lease had run out. */
const deliverAgain = () =>
  inTenant(world.database.db, world.tenantId, (trx) =>
    trx.updateTable('outbox').set({ done_at: null, due_at: MORNING }).execute(),
  );
const rebind = (openid: string) => world.database.db.updateTable('gate.binding').set({ openid }).execute();
const unusedOf = async (person: TestPersonName, kind: ReminderKind = 'task') =>
  (await world.ok(person, 'reminder.settings', {})).kinds.find((one) => one.kind === kind)?.unused;

describe('remind', () => {
  it('tells in the inbox at once what is due now, and WeChat what the member agreed to: one consent, one message', async () => {
    await bind('member', 'oFirst');
    await agree('member');
    await plan('member');
    expect(await inboxOf('member')).toEqual(['学习任务《读一读条例》明天到期']);
    expect(await drain()).toMatchObject({ done: 1 });
    expect(sentTo('oFirst')).toEqual([
      {
        appid: APPID,
        openid: 'oFirst',
        templateId: 'local-task',
        page: 'pages/settings/inbox/index',
        data: { thing1: '读一读条例', time2: '2026年11月23日 08:30' },
      },
    ]);
    expect(await unusedOf('member')).toBe(0);
    expect(await inboxOf('member')).toHaveLength(1);
    expect(await stateOf()).toEqual([{ state: 'sent', sent_on: '2026-11-23', noticed: true }]);
  });

  it('plans one reminder ever for a kind, subject and member, also when asked at once', async () => {
    await bind('member', 'oOnce');
    await agree('member');
    await agree('member');
    await Promise.all([plan('member'), plan('member'), plan('member')]);
    await drain();
    await plan('member');
    await drain();
    expect(sentTo('oOnce')).toHaveLength(1);
    expect(await inboxOf('member')).toHaveLength(1);
    await plan('member', { subject: 'task-2' });
    await drain();
    expect(sentTo('oOnce')).toHaveLength(2);
  });

  it('is undone with its transaction', async () => {
    const broken = world.asActor('secretary', async (context) => {
      await remind(context, {
        kind: 'task',
        memberId: world.members.member,
        subject: 'broken',
        title: 't',
        text: 't',
        dueAt: MORNING,
        target: { screen: 'today' },
      });
      throw new Error('later');
    });
    await expect(broken).rejects.toThrow('later');
    expect([await stateOf(), await inboxOf('member')]).toEqual([[], []]);
  });

  it('waits for its time, and tells nothing of what is done by then', async () => {
    const tomorrow = shanghaiInstant('2026-11-24', '09:00');
    await plan('member', { dueAt: tomorrow });
    await plan('secondMember', { dueAt: tomorrow });
    expect(await drain()).toMatchObject({ done: 0 });
    world.clock.set(new Date(tomorrow.getTime() - 1));
    expect(await drain()).toMatchObject({ done: 0 });
    expect(await inboxOf('member')).toEqual([]);
    world.clock.set(tomorrow);
    isOpen = false;
    expect(await drain()).toMatchObject({ done: 2 });
    expect(await inboxOf('member')).toEqual([]);
    expect((await stateOf()).map((one) => one.state)).toEqual(['dropped', 'dropped']);
  });
});

describe('WeChat is left alone', () => {
  it('without a consent, with the kind switched off, and where it does not know the member', async () => {
    await plan('member');
    await bind('secondMember', 'oNoConsent');
    await plan('secondMember');
    await bind('frail', 'oOff');
    await agree('frail');
    await world.ok('frail', 'reminder.saveSettings', {
      off: ['task'],
      quietFrom: '21:00',
      quietUntil: '07:30',
    });
    await plan('frail');
    expect(await drain()).toMatchObject({ done: 3, failed: 0, retried: 0 });
    expect([...sentTo('oNoConsent'), ...sentTo('oOff')]).toEqual([]);
    expect((await stateOf()).map((one) => one.state)).toEqual(['told', 'told', 'told']);
    expect(await unusedOf('frail')).toBe(1);
    for (const person of ['member', 'secondMember', 'frail'] as const) {
      expect(await inboxOf(person)).toHaveLength(1);
    }
  });

  it('in quiet hours: the card comes when they end, unless that is too late', async () => {
    await bind('member', 'oQuiet');
    await agree('member');
    const evening = shanghaiInstant('2026-11-23', '21:00');
    world.clock.set(evening);
    await plan('member', { dueAt: evening });
    await plan('secondMember', { dueAt: evening, until: shanghaiInstant('2026-11-24', '00:00') });
    expect(await drain()).toMatchObject({ done: 2 });
    expect(sentTo('oQuiet')).toEqual([]);
    world.clock.set(new Date(shanghaiInstant('2026-11-24', '07:30').getTime() - 1));
    expect(await drain()).toMatchObject({ done: 0 });
    world.clock.set(shanghaiInstant('2026-11-24', '07:30'));
    expect(await drain()).toMatchObject({ done: 1 });
    expect(sentTo('oQuiet')).toHaveLength(1);
    expect(await inboxOf('member')).toHaveLength(1);
  });

  it('on rest days, for study', async () => {
    await bind('member', 'oSaturday');
    await agree('member', 'study');
    const saturday = shanghaiInstant('2026-11-28', '10:00');
    world.clock.set(saturday);
    await plan('member', { kind: 'study', dueAt: saturday });
    await drain();
    expect(sentTo('oSaturday')).toEqual([]);
    world.clock.set(shanghaiInstant('2026-11-30', '07:30'));
    await drain();
    expect(sentTo('oSaturday')).toHaveLength(1);
  });

  it('after two cards on a day', async () => {
    await bind('member', 'oBudget');
    for (const subject of ['a', 'b', 'c']) {
      await agree('member');
      await plan('member', { subject });
    }
    await drain();
    expect(sentTo('oBudget')).toHaveLength(2);
    expect(await unusedOf('member')).toBe(1);
    expect(await inboxOf('member')).toHaveLength(3);
  });

  it('after two cards on a day, also of several kinds that several processes deliver at once', async () => {
    await bind('member', 'oCrowd');
    for (const kind of reminderKindNames) {
      await agree('member', kind);
      await plan('member', { kind });
    }
    await Promise.all(reminderKindNames.map(() => drain()));
    expect(sentTo('oCrowd')).toHaveLength(2);
    expect(await inboxOf('member')).toHaveLength(reminderKindNames.length);
  });

  it('once the matter was settled in the quiet hours that the card waited for', async () => {
    await bind('member', 'oSettled');
    await agree('member');
    const evening = shanghaiInstant('2026-11-23', '21:00');
    world.clock.set(evening);
    await plan('member', { dueAt: evening });
    await drain();
    isOpen = false;
    world.clock.set(shanghaiInstant('2026-11-24', '07:30'));
    expect(await drain()).toMatchObject({ done: 1 });
    expect(sentTo('oSettled')).toEqual([]);
    expect(await unusedOf('member')).toBe(1);
    expect(await stateOf()).toMatchObject([{ state: 'dropped' }]);
  });

  it('when two matters want the one consent that there is: one card, and the other stays in the inbox', async () => {
    await bind('member', 'oLast');
    await agree('member');
    await plan('member', { subject: 'a' });
    await plan('member', { subject: 'b' });
    await Promise.all([drain(), drain()]);
    expect(sentTo('oLast')).toHaveLength(1);
    expect(await unusedOf('member')).toBe(0);
    expect(await inboxOf('member')).toHaveLength(2);
  });
});

describe('WeChat’s answers', () => {
  it('a refusal voids our count', async () => {
    await bind('member', 'refuses-it');
    await agree('member');
    await agree('member');
    await plan('member');
    expect(await drain()).toMatchObject({ done: 1 });
    expect(await unusedOf('member')).toBe(0);
    expect(await stateOf()).toEqual([{ state: 'told', sent_on: null, noticed: true }]);
  });

  it('a wrong template costs no consent and is not tried again', async () => {
    await bind('member', 'broken-template');
    await agree('member');
    await plan('member');
    expect(await drain()).toMatchObject({ done: 1, retried: 0 });
    expect(await unusedOf('member')).toBe(1);
  });

  it('a busy WeChat is asked again, with the consent given back meanwhile', async () => {
    await bind('member', 'busy-now');
    await agree('member');
    await plan('member');
    expect(await drain()).toMatchObject({ retried: 1 });
    expect(await unusedOf('member')).toBe(1);
    await rebind('oRecovered');
    world.clock.set(new Date(MORNING.getTime() + 600_000));
    expect(await drain()).toMatchObject({ done: 1 });
    expect(sentTo('oRecovered')).toHaveLength(1);
    expect(await inboxOf('member')).toHaveLength(1);
  });

  it('no answer is taken for sent: it may have been, and never twice', async () => {
    await bind('member', 'away-just-now');
    await agree('member');
    await plan('member');
    expect(await drain()).toMatchObject({ done: 1 });
    expect(await stateOf()).toMatchObject([{ state: 'sending' }]);
    await rebind('oBack');
    await deliverAgain();
    expect(await drain()).toMatchObject({ done: 1 });
    expect(sentTo('oBack')).toEqual([]);
  });

  it('a process killed between handing over and saying so sends nothing twice', async () => {
    await bind('member', 'oKilled');
    await agree('member');
    await agree('member');
    await plan('member');
    const killed = {
      ...world.ports,
      weixin: {
        ...world.ports.weixin,
        sendMessage: async (...args: Parameters<LocalWeixin['sendMessage']>) => {
          await world.ports.weixin.sendMessage(...args);
          throw new Error('killed');
        },
      },
    };
    await drain(killed);
    await deliverAgain();
    await Promise.all([drain(), drain()]);
    expect(sentTo('oKilled')).toHaveLength(1);
  });

  it('two processes that deliver at once send one card', async () => {
    await bind('member', 'oTwins');
    await agree('member');
    await agree('member');
    await plan('member');
    await inTenant(world.database.db, world.tenantId, async (trx) => {
      const message = await trx.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
      const payload = JSON.stringify(message.payload);
      await trx
        .insertInto('outbox')
        .values({ ...message, payload, id: randomUUID() })
        .execute();
    });
    await Promise.all([drain(), drain()]);
    expect(sentTo('oTwins')).toHaveLength(1);
  });
});

describe('a year later', () => {
  it('a reminder is gone, told or never taken by WeChat; it goes when it is older than 366 days, not when it is as old', async () => {
    await bind('member', 'busy-now');
    await agree('member');
    await plan('member');
    await plan('secondMember');
    expect(await drain()).toMatchObject({ done: 1, retried: 1 });
    expect((await stateOf()).map((one) => one.state).sort()).toEqual(['planned', 'told']);
    const year = MORNING.getTime() + 366 * 24 * 3_600_000;
    world.clock.set(new Date(year));
    await purgeTenant(world.database.db, world.ports, world.tenantId);
    expect(await stateOf()).toHaveLength(2);
    world.clock.set(new Date(year + 1));
    await purgeTenant(world.database.db, world.ports, world.tenantId);
    expect(await stateOf()).toEqual([]);
  });
});

describe('reminder.settings', () => {
  it('tells a mini-program which templates it may ask for, and a browser none', async () => {
    const fromBrowser = await world.ok('member', 'reminder.settings', {});
    expect(fromBrowser.kinds.map((one) => [one.kind, one.templateId])).toEqual(
      reminderKindNames.map((kind) => [kind, null]),
    );
    expect([fromBrowser.quietFrom, fromBrowser.quietUntil]).toEqual(['21:00', '07:30']);
    const fromPhone = await world.ok('member', 'reminder.settings', { appid: APPID });
    expect(fromPhone.kinds.map((one) => one.templateId)).toEqual(
      reminderKindNames.map((kind) => `local-${kind}`),
    );
  });

  it('asks again a month after a refusal, and a consent forgets it', async () => {
    const { appid } = operations['reminder.settings'].example.input;
    const templateOn = async (day: string) => {
      world.clock.set(shanghaiInstant(day, '09:00'));
      return (await world.ok('member', 'reminder.settings', { appid })).kinds[0]?.templateId;
    };
    world.clock.set(shanghaiInstant('2026-10-23', '09:00'));
    await world.ok('member', 'reminder.consent', { kind: 'study', answer: 'reject' });
    expect(await templateOn('2026-10-23')).toBeNull();
    expect(await templateOn('2026-11-22')).toBeNull();
    expect(await templateOn('2026-11-23')).toBe('local-study');
    await world.ok('member', 'reminder.consent', { kind: 'study', answer: 'reject' });
    expect(await templateOn('2026-11-23')).toBeNull();
    await agree('member', 'study');
    expect(await templateOn('2026-11-23')).toBe('local-study');
  });

  it('counts an answer once however often it is sent', async () => {
    const mutationId = '01980000-0000-4000-8000-00000000aa01';
    const input = { kind: 'study', answer: 'accept' } as const;
    await Promise.all([1, 2, 3].map(() => world.ok('member', 'reminder.consent', input, { mutationId })));
    expect(await unusedOf('member', 'study')).toBe(1);
  });

  it('keeps the last choice, for its member only', async () => {
    const choice = { off: ['study', 'review'], quietFrom: '20:00', quietUntil: '09:00' } as const;
    await world.ok('member', 'reminder.saveSettings', { ...choice, off: [] });
    await world.ok('member', 'reminder.saveSettings', { ...choice, off: [...choice.off] });
    const own = await world.ok('member', 'reminder.settings', {});
    expect(own.kinds.filter((one) => !one.isOn).map((one) => one.kind)).toEqual(['study', 'review']);
    expect([own.quietFrom, own.quietUntil]).toEqual(['20:00', '09:00']);
    const other = await world.ok('secondMember', 'reminder.settings', {});
    expect(other.kinds.every((one) => one.isOn)).toBe(true);
    expect(await world.refused(null, 'reminder.settings', {})).toBe('not_signed_in');
  });
});
