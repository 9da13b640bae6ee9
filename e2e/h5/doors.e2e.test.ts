import { drainOutbox } from '../../cloud/outbox/drainOutbox';
import { outboxHandlers } from '../../cloud/outbox/handlers';
import { CLIENT_HEADER, CLIENT_HEADER_WEAPP } from '../../src/contract/transport';
import { lookBehind } from './lookBehind';
import { openStage, type Stage } from './stage';
import { pc, type Visitor } from './visitor';

jest.setTimeout(240_000);

let stage: Stage;
let computer: Visitor;
/** What the phone of 江晨 sends: a self-hosted mini-program with its token. */
let phone: (operation: string, input: unknown) => Promise<Record<string, unknown>>;

beforeAll(async () => {
  stage = await openStage();
  computer = await stage.arrive({ viewport: pc });
  const send = async (operation: string, input: unknown, token: string | null) => {
    const response = await fetch(`${stage.server.url}/api/${operation}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [CLIENT_HEADER]: CLIENT_HEADER_WEAPP,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ input }),
    });
    const reply = (await response.json()) as { ok: boolean; data: Record<string, unknown> };
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return reply.data;
  };
  const { token } = await send('identity.stepInto', { shoe: 'member' }, null);
  phone = (operation, input) => send(operation, input, String(token));
});
afterAll(() => stage.close());

/** The picture's code travels by the phone's camera; here it is taken from the answer that drew it. */
async function fetchCode(button: string): Promise<{ code: string; digits: string }> {
  const [answer] = await Promise.all([
    computer.page.waitForResponse((response) => response.url().endsWith('/api/identity.beginPairing')),
    computer.press(button),
  ]);
  const { data } = (await answer.json()) as { data: { text: string; digits: string } };
  await computer.sees(data.digits);
  return { code: data.text.replace('morning-study-pc:', ''), digits: data.digits };
}

test('a computer shows a picture and two digits; the phone turns it down, and a new one can be had', async () => {
  await computer.open('/pages/settings/sign-in/index');
  const { code } = await fetchCode('取一张登录码');
  await computer.sees('两分钟内有效');
  await phone('identity.scanPairing', { code });
  await computer.sees('手机扫到了');
  await phone('identity.confirmPairing', { code, digits: null });
  await computer.sees('刚才那张码已经结束');
});

test('with the right digits the computer goes on by itself, and its member is told', async () => {
  const { code, digits } = await fetchCode('再取一张码');
  const { choices } = await phone('identity.scanPairing', { code });
  expect(choices).toContain(digits);
  await phone('identity.confirmPairing', { code, digits });
  await computer.sees('江晨同志');
  await computer.open('/pages/settings/inbox/index');
  await computer.sees('扫码登录了');
});

test('what may be sent is switched off and on, and stays so', async () => {
  await computer.open('/pages/settings/reminders/index');
  await computer.sees('不打扰的时间');
  const study = computer.page.getByRole('switch', { name: /^晨学/ });
  const off = computer.page.locator('[role=switch][aria-checked=false]');
  await study.click();
  await off.waitFor();
  await computer.open('/pages/settings/reminders/index');
  await computer.sees('不打扰的时间');
  expect(await study.getAttribute('aria-checked')).toBe('false');
  await study.click();
  await off.waitFor({ state: 'detached' });
});

test('明天早上提醒我: the demo’s inbox says what WeChat would bring', async () => {
  await computer.open('/pages/today/index');
  await computer.press('我学完了');
  await computer.press('明天早上提醒我');
  await computer.sees('好的，明天早上在“通知”里提醒您一次');
  await lookBehind(stage.server, (trx) =>
    trx
      .updateTable('outbox')
      .set({ due_at: stage.clock.now() })
      .where('topic', '=', 'reminder.send')
      .where('done_at', 'is', null)
      .execute(),
  );
  const { database, ports } = stage.server;
  const tenantIds = (await database.db.selectFrom('gate.tenant').select('id').execute()).map(({ id }) => id);
  await drainOutbox(database.db, ports, outboxHandlers, { tenantIds, limit: 100 });
  await computer.open('/pages/settings/inbox/index');
  await computer.sees('演示：微信里会收到“您请我们提醒：今天的晨学三分钟可以读了”');
});
