import type { MiniProgram } from '../miniProgram';
import { openPhoneBureau, type PhoneBureau } from './testBureau';

jest.setTimeout(240_000);

/** What is typed is stored after a pause of 400 ms (platform/useDraft). */
const DRAFT_PAUSE_MS = 500;

let bureau: PhoneBureau;
let meetingId: string;

beforeAll(async () => {
  bureau = await openPhoneBureau();
  const { world } = bureau;
  ({ meetingId } = await world.ok('secretary', 'meeting.plan', {
    organisationId: world.organisations.branch,
    type: 'themeDay',
    title: '11月主题党日',
    place: '三楼会议室',
    plannedAt: '2026-11-23T02:00:00.000Z',
    agenda: [{ title: '集中学习：消费者权益保护', minutes: 40 }],
  }));
});
afterEach(() => bureau.phones.close());
afterAll(() => bureau.close());

async function type(app: MiniProgram, digits: string): Promise<void> {
  for (const digit of digits) {
    const key = app.getAllByText(digit).find(({ classNames }) => classNames.includes('ui-key'));
    if (!key) throw new Error(`no key ${digit}`);
    await app.tap(key);
  }
}

/** The six digits as the room reads them. */
function digitsOn(host: MiniProgram): string {
  return /(\d{3}) (\d{3})/.exec(host.text())?.slice(1).join('') ?? '';
}

/** Taps the button with these words where other things say the same; of several the last, which lies on top. */
async function tapButton(app: MiniProgram, words: string): Promise<void> {
  const button = app
    .getAllByText(words)
    .filter(({ tag }) => tag === 'button')
    .at(-1);
  if (!button) throw new Error(`no button ${words}:\n${app.text()}`);
  await app.tap(button);
}

/** The line of the roll with this name. */
function lineOf(host: MiniProgram, name: string): string {
  const row = host.getAllByTag('button').find(({ text }) => text.startsWith(name));
  return row?.text ?? '';
}

test('the secretary opens the meeting on the phone, a member types the digits, the roll shows it within 3 s', async () => {
  const host = await bureau.phoneOf('secretary');
  const member = await bureau.phoneOf('member');
  await member.waitForText('看会议安排');

  await host.switchTab('支部');
  await host.tap('工作台');
  await host.waitForText('点名和记录');
  await host.tap('点名和记录');
  await host.waitForText('11月主题党日');
  await host.tap(/^11月主题党日/);
  await host.waitForText('打开以后，名单定下来，屏幕上出现 6 位数字');
  await host.tap('打开签到');
  await host.waitForText(/\d{3} \d{3}/);
  await host.waitForText('应到');
  expect(lineOf(host, '江晨')).toContain('未点');

  // The member's first tab leads to signing in as soon as the page is shown again.
  await member.toBackground();
  await member.toForeground();
  await member.waitForText('签到');
  await member.tap('签到');
  await member.waitForText('输入屏幕上的 6 位数字');
  const digits = digitsOn(host);
  expect(digits).toMatch(/^\d{6}$/);

  await type(member, digits === '000000' ? '000001' : '000000');
  await member.tap('签到');
  await member.waitForText('数字对不上，可能刚换过。请看屏幕上最新的 6 位数字');
  expect(lineOf(host, '江晨')).toContain('未点');

  await type(member, digits);
  await member.tap('签到');
  await member.waitForText('已签到 8:30');
  const signedAt = Date.now();
  await host.waitFor(() => lineOf(host, '江晨').includes('到会 8:30'), 'the member on the roll');
  expect(Date.now() - signedAt).toBeLessThan(3000);

  // Nobody twice: the same digits again change nothing.
  await member.relaunch();
  await member.waitForText('已签到 8:30');
  const { world } = bureau;
  const entries = await bureau.look((trx) =>
    trx
      .selectFrom('roll_entry')
      .select(['state', 'method'])
      .where('meeting_id', '=', meetingId)
      .where('member_id', '=', world.members.member)
      .execute(),
  );
  expect(entries).toEqual([{ state: 'present', method: 'code' }]);
});

test('without network a sign-in is not kept for later: the person is told at once', async () => {
  const app = await bureau.phoneOf('secondMember');
  await app.waitForText('签到');
  await app.tap('签到');
  await app.waitForText('输入屏幕上的 6 位数字');
  await type(app, '123456');
  await app.offline();
  await app.tap('签到');
  await app.waitForText('现在没有网络，签到没有送出。请再签一次；一直不通时，请书记替您点名，一样算数');
  await app.relaunch();
  await app.online();
  await app.waitForText('11月主题党日');
  expect(app.calls.filter(({ name }) => name.endsWith('meeting.signIn'))).toEqual([]);
});

test('the secretary ticks by hand who came without a phone, ends sign-in and signs the record', async () => {
  const { world } = bureau;
  const host = await bureau.phoneOf('secretary', { path: 'pages/meeting/host/index', query: { meetingId } });
  await host.waitForText('名单');
  expect(lineOf(host, '云帆')).toContain('未点');
  await host.tap(/^云帆/);
  await host.waitForText('现在记的是：未点。改动会留下痕迹');
  await tapButton(host, '到会');
  await host.waitFor(() => lineOf(host, '云帆').includes('到会 8:30'), 'the tick on the roll');

  await tapButton(host, '结束签到');
  await host.waitForText('屏幕上的数字不再有效。名单在签定以前还可以改');
  await tapButton(host, '结束签到');
  await host.waitForText('签定记录');
  await host.waitForText(/还有 \d+ 位没有点到/);
  await tapButton(host, '签定记录');
  await host.waitForText(/先把没有点到的 \d+ 位记上，再签定/);

  // The rest of the roll through the cloud: every line is the same three taps.
  const { entries } = await world.ok('secretary', 'meeting.roll', { meetingId });
  for (const { memberId } of entries.filter(({ due, state }) => due && state === 'expected')) {
    await world.ok('secretary', 'meeting.tick', { meetingId, memberId, state: 'leave', reason: '出差' });
  }
  await host.input(/^会议记录/, '学习消费者权益保护法，商定社区服务日的安排。');
  await new Promise((resolve) => setTimeout(resolve, DRAFT_PAUSE_MS));
  await host.relaunch({ path: 'pages/meeting/host/index', query: { meetingId } });
  await host.waitForText('签定记录');
  // What was being written outlives the app.
  const [minutes] = host.getAllByTag('textarea');
  expect(minutes?.value).toBe('学习消费者权益保护法，商定社区服务日的安排。');
  await tapButton(host, '签定记录');
  await host.waitForText('签定这次会议的记录？');
  await host.tap('签定');
  await host.waitForText('禾书远 签定');
  await host.waitForText('签定以后，记录和名单都不再改动');
  const { meeting } = await world.ok('member', 'meeting.get', { meetingId });
  expect(meeting.state).toBe('signed');
});
