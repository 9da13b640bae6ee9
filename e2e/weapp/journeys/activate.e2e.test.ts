import { openPhoneBureau, type PhoneBureau } from './testBureau';

jest.setTimeout(240_000);

let bureau: PhoneBureau;

beforeAll(async () => {
  bureau = await openPhoneBureau();
});
afterEach(() => bureau.phones.close());
afterAll(() => bureau.close());

/** A paper card for somebody of the branch, as the secretary issues it. */
async function cardFor(person: 'probationary' | 'groupLeader'): Promise<string> {
  const memberId = bureau.world.members[person];
  const { code } = await bureau.world.ok('secretary', 'roster.issueCard', { memberId });
  return code;
}

test('a stranger sees whom it is for and comes in by the paper card, without consenting to anything', async () => {
  const { world } = bureau;
  const code = await cardFor('probationary');
  const app = await bureau.phones.start('stranger');
  await app.waitForText('给机关和基层党支部的同志');
  await app.waitForPage('pages/welcome/index');
  expect(app.depth()).toBe(1);
  await app.waitForText('激活卡由支部书记发给您');
  await app.waitForText('没有排名，不统计时长；开会不带手机，书记点名一样算数');

  await app.tap('输入激活码');
  await app.waitForPage('pages/settings/activate/index');
  await app.input('激活码', 'ABCD');
  await app.tap(/^启用$/);
  await app.waitForText('激活码是 12 个字母和数字，请对着卡片再看一遍');

  const wrong = code.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
  await app.input(/^激活码/, wrong);
  await app.tap(/^启用$/);
  await app.waitForText('激活码不对，或已经用过、过期。请核对卡片，或请书记重发一张');

  // As a person types it who does not look for the shift key.
  await app.input(/^激活码/, ` ${code.toLowerCase().replaceAll('-', ' ')} `);
  await app.waitForText(code.slice(0, 4));
  await app.tap(/^启用$/);
  await app.waitForText('这是您吗');
  await app.waitForText('新苗');
  await app.waitForText('机关第一党支部');
  await app.waitForText('不同意也不影响参会，书记可以替您点名');

  await app.tap('不同意');
  await app.waitForText('王阿姨拿着处方去药店买药');
  await app.waitForPage('pages/settings/text-size/index');
  await app.tap(/^大字/);
  await app.waitForText('大字（正在用）');
  await app.tap('就用这样，去晨学');
  await app.waitForText('新苗同志');
  await app.waitForPage('pages/today/index');
  expect(app.depth()).toBe(1);

  await app.switchTab('我的');
  await app.waitForText('机关第一党支部');
  await app.waitForText('新苗');

  const consents = await bureau.look((trx) =>
    trx.selectFrom('consent').select(['member_id', 'agreed']).execute(),
  );
  expect(consents).toEqual([{ member_id: world.members.probationary, agreed: false }]);
});

test('a card opens one door only, and five wrong codes rest the phone for a quarter of an hour', async () => {
  const code = await cardFor('groupLeader');
  const first = await bureau.phones.start('first');
  await first.waitForText('给机关和基层党支部的同志');
  await first.tap('输入激活码');
  await first.input('激活码', code);
  await first.tap(/^启用$/);
  await first.waitForText('这是您吗');

  const second = await bureau.phones.start('second');
  await second.waitForText('给机关和基层党支部的同志');
  await second.tap('输入激活码');
  await second.input(/^激活码/, code);
  for (let tries = 0; tries < 5; tries += 1) {
    await second.tap(/^启用$/);
    await second.waitForText('激活码不对，或已经用过、过期');
  }
  await second.tap(/^启用$/);
  await second.waitForText('试的次数多了些，请过 15 分钟再试');
});

test('who is known keeps coming in after the app was killed, and nobody is asked twice', async () => {
  const app = await bureau.phoneOf('member');
  await app.waitForText('江晨同志');
  await app.relaunch();
  await app.waitForText('江晨同志');
  await app.waitForPage('pages/today/index');
  // The first page asks for the session once; a run of the app makes no storm of questions.
  const questions = app.calls.filter(({ name }) => name.endsWith('identity.welcome'));
  expect(questions).toHaveLength(2);
});

test('the picture on the card is scanned instead of typing its letters', async () => {
  const code = await cardFor('groupLeader');
  const app = await bureau.phones.start('scanner');
  await app.waitForText('激活卡由支部书记发给您');
  app.willScan('https://example.org/a-shop');
  await app.tap('扫激活卡');
  await app.waitForText('扫到的不是激活卡');
  app.willScan(code);
  await app.tap('扫激活卡');
  await app.waitForText(code.slice(0, 4));
  await app.tap(/^启用$/);
  await app.waitForText('这是您吗');
  await app.waitForText('组长甲');
});
