import { addPiece } from '../../../cloud/testing/pieces';
import { openPhoneBureau, type PhoneBureau } from './testBureau';

jest.setTimeout(240_000);

const title = '药店能不能换药';
let bureau: PhoneBureau;

beforeAll(async () => {
  bureau = await openPhoneBureau();
  await addPiece(bureau.world, { publishOn: '2026-11-23', title });
});
afterEach(() => bureau.phones.close());
afterAll(() => bureau.close());

/** What WeChat would put into the group. */
async function cardOf(person: 'member'): Promise<{ title: string; path: string; imageUrl: string }> {
  const app = await bureau.phoneOf(person);
  await app.waitForText('转到支部群');
  return app.share() as { title: string; path: string; imageUrl: string };
}

/** How WeChat starts the app when somebody taps the card. */
function tapOn(cardPath: string): { path: string; query: Record<string, string> } {
  const [path = '', link = ''] = cardPath.slice(1).split('?link=');
  return { path, query: { link } };
}

test('the card says the piece, has our picture and nobody’s name', async () => {
  const card = await cardOf('member');
  expect(card.title).toBe(`晨学三分钟：${title}`);
  expect(card.imageUrl).toBe('/static/group-card.png');
  expect(card.path).toMatch(/^\/pages\/study\/link\/index\?link=[\w-]{66}$/);
  expect(JSON.stringify(card)).not.toContain('江晨');
});

test('a colleague who taps it is at the piece at once', async () => {
  const { path } = await cardOf('member');
  // Whoever has never been asked for the separate consent is asked first, as in the next test.
  await bureau.world.ok('secondMember', 'identity.consent', { agreed: false });
  const app = await bureau.phoneOf('secondMember', tapOn(path));
  await app.waitForText('核对日期');
  await app.waitForPage('pages/study/piece/index');
  await app.waitForText(title);
});

test('a stranger sees whom it is for; after the paper card and the questions the piece is there', async () => {
  const { path } = await cardOf('member');
  const memberId = bureau.world.members.probationary;
  const { code } = await bureau.world.ok('secretary', 'roster.issueCard', { memberId });
  const app = await bureau.phones.start('stranger', tapOn(path));
  await app.waitForText('给测试市场监管局的同志');
  expect(app.text()).not.toContain(title);
  await app.tap('输入激活码');
  await app.input(/^激活码/, code);
  await app.tap(/^启用$/);
  await app.waitForText('这是您吗');
  await app.tap('同意');
  await app.waitForText('王阿姨拿着处方去药店买药');
  await app.tap('就用这样，去晨学');
  await app.waitForText('核对日期');
  await app.waitForPage('pages/study/piece/index');
  await app.waitForText(title);
});
