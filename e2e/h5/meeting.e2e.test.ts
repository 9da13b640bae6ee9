import { sql } from 'kysely';
import { inTenant } from '../../cloud/database/tenantTransaction';
import { verifyScores } from '../../cloud/pioneer/verifyScores';
import { openStage, type Stage } from './stage';
import { pc, type Visitor } from './visitor';

jest.setTimeout(240_000);

/**
 * The roll follows a sign-in within three seconds: it is asked for every two (HostMeeting.test), and the first answer
 * that was asked for afterwards has it. Looks are counted, not seconds, which a busy machine stretches; one more,
 * because it may have been asked for while the browser drew.
 */
const LOOKS = 2;

let stage: Stage;
let secretary: Visitor;
let member: Visitor;
beforeAll(async () => {
  stage = await openStage();
  secretary = await stage.arrive({ viewport: pc });
  member = await stage.arrive();
  await Promise.all([secretary.stepInto('禾书远'), member.stepInto('江晨')]);
});
afterAll(() => stage.close());

/** The six digits on the secretary's screen. */
async function digits(): Promise<string> {
  const shown = secretary.page.getByText(/^\d{3} \d{3}$/).filter({ visible: true });
  return (await shown.innerText()).replace(/\D/g, '');
}

async function type(code: string): Promise<void> {
  for (const digit of code) await member.press(digit);
}

test('the secretary’s screen shows six digits and how many are here', async () => {
  await secretary.goToDesk();
  await secretary.desk('会议');
  await secretary.press('11月主题党日', { isPart: true });
  await secretary.sees(/^\d{3} \d{3}$/);
  await secretary.sees('已到');
});

test('wrong digits get a sentence that says what to do', async () => {
  await member.tab('支部');
  await member.press('签到');
  await member.sees('输入屏幕上的 6 位数字');
  member.expectsRefusal('sign_in_code_wrong');
  const right = await digits();
  await type(`${right.startsWith('9') ? 1 : 9}${right.slice(1)}`);
  await member.press('签到');
  await member.sees('数字对不上，可能刚换过。请看屏幕上最新的 6 位数字');
});

test('the right ones sign in, and the secretary’s roll shows it at its next look', async () => {
  await type(await digits());
  const line = secretary.button(/^江晨.*到会 \d+:\d\d/, { isPart: true });
  const [reply] = await Promise.all([
    member.page.waitForResponse((one) => one.url().endsWith('/api/meeting.signIn')),
    member.press('签到'),
  ]);
  let looks = 0;
  secretary.page.on('request', (one) => {
    if (one.url().endsWith('/api/meeting.roll')) looks += 1;
  });
  expect(reply.ok()).toBe(true);
  await line.waitFor();
  expect(looks).toBeLessThanOrEqual(LOOKS);
  await member.sees(/已签到 8:3\d/);
});

test('whoever has no phone is ticked by hand, with the same standing', async () => {
  await tick('石不语', '到会');
  await secretary.button(/^石不语.*到会/, { isPart: true }).waitFor();
});

test('sign-in is closed; the record waits until everybody has a line, then it is signed', async () => {
  await secretary.press('结束签到');
  await secretary.press('结束签到', { among: secretary.page.getByRole('dialog') });
  await secretary.sees('签定记录');
  await secretary.press(/^未点 \d+$/);
  const open = secretary.page.getByRole('list', { name: '名单' }).getByRole('button');
  await secretary.write('会议记录', '学习消费者权益保护，商定社区服务日。');
  await secretary.press('签定记录');
  await secretary.sees(/先把没有点到的 \d+ 位记上，再签定/);
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().click();
    await secretary.press('请假', { among: secretary.page.getByRole('dialog') });
    await secretary.button(`未点 ${left - 1}`).waitFor();
  }
  await secretary.press('签定记录');
  await secretary.press('签定', { among: secretary.page.getByRole('dialog') });
  await secretary.sees('签定以后，记录和名单都不再改动');
});

test('the member’s card has a new line with the record it comes from, and the ledger follows from the records', async () => {
  await member.press('返回');
  await member.tab('我的');
  await member.press('看每一分从哪里来');
  await member.sees('来自 今天的会议记录《11月主题党日》');
  const { db } = stage.server.database;
  const { rows } = await sql<{ id: string }>`select id from gate.tenant`.execute(db);
  for (const { id } of rows) {
    const { differences, entries } = await inTenant(db, id, (trx) => verifyScores(trx, id));
    expect(differences).toEqual([]);
    expect(entries).toBeGreaterThan(0);
  }
});

test('the closed half-year stands beside the running one; what nobody has judged is not zero', async () => {
  await member.press(/2026 ?年?上半年/, { isPart: true });
  await member.sees('还不知道');
  expect(await member.reads()).not.toMatch(/(^|\D)0 分/);
  await member.press(/2026 ?年?下半年/, { isPart: true });
  await member.sees('来自 今天的会议记录《11月主题党日》');
});

test('这一条不对？ reaches whoever keeps the record', async () => {
  await member.page
    .getByRole('button', { name: /^这一条不对？/ })
    .first()
    .click();
  await member.write('哪里不对', '那天我按时到了，请核对一下。');
  await member.press('交给负责的同志');
  await member.sees('已交给负责的同志');
  await secretary.press('返回');
  await secretary.desk('报错');
  await secretary.sees('那天我按时到了，请核对一下。');
  await secretary.sees('江晨');
});

async function tick(name: string, state: string): Promise<void> {
  await secretary.press(name, { isPart: true });
  await secretary.press(state, { among: secretary.page.getByRole('dialog') });
}
