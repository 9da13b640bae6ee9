import { openPhoneBureau, type PhoneBureau } from './testBureau';

jest.setTimeout(240_000);

/** What is typed is stored after a pause of 400 ms (platform/useDraft). */
const DRAFT_PAUSE_MS = 500;

let bureau: PhoneBureau;

beforeAll(async () => {
  bureau = await openPhoneBureau();
});
afterEach(() => bureau.phones.close());
afterAll(() => bureau.close());

const title = '买回来的秤怎么知道准不准';
const text = [
  '李师傅在早市卖了二十年菜，他的秤每年都有人来查。',
  '秤是强制检定的计量器具，用的人要按期送检，查的人不收一分钱。',
].join('\n\n');

test('an officer writes on the phone, a second person passes it for a free day, and that morning it is out', async () => {
  const { world } = bureau;
  const author = await bureau.phoneOf('committeePublicity');
  await author.switchTab('支部');
  await author.tap('工作台');
  await author.waitForText('晨学稿件');
  await author.tap(/^晨学稿件/);
  await author.waitForText('写一篇');
  await author.tap('写一篇');
  await author.waitForText('提交审核');

  // Half a piece: each thing that is missing is said at its field.
  await author.input('标题', title);
  await author.tap('提交审核');
  await author.waitForText('请写主题');
  await author.waitForText('请写来源的名称');

  await author.input(/^主题/, '计量');
  await author.input(/^正文/, text);
  // Killed while writing, a breath after the last word: it is all still there.
  await new Promise((resolve) => setTimeout(resolve, DRAFT_PAUSE_MS));
  await author.relaunch({ path: 'pages/desk/piece-edit/index' });
  await author.waitForText('还没有保存的内容写');
  expect(author.getByLabel(/^标题/).value).toBe(title);
  expect(author.getByLabel(/^正文/).value).toBe(text);
  await author.input('来源名称', '中华人民共和国计量法');
  await author.tap('加一道自测题');
  await author.input('题目', '菜市场的秤要按期检定吗');
  await author.input('选项', '要\n不要');
  const [right] = author
    .getAllByText('要')
    .filter(({ classNames }) => classNames.includes('ui-choice-words'));
  if (!right) throw new Error(`no option to choose:\n${author.text()}`);
  await author.tap(right);
  await author.input('为什么', '属于强制检定。');
  await author.tap('提交审核');
  await author.waitForPage('pages/desk/pieces/index');
  await author.waitForText('等审核');
  await author.tap(new RegExp(`^${title}`));
  await author.waitForText('自己写的要请另一位同志审核');
  expect(author.getAllByText('通过')).toEqual([]);

  const reviewer = await bureau.phoneOf('committeeOfficer', { path: 'pages/desk/pieces/index' });
  await reviewer.waitForText(title);
  await reviewer.tap(new RegExp(`^${title}`));
  await reviewer.waitForText('李师傅在早市卖了二十年菜，他的秤每年都有人来查。');
  await reviewer.tap('退回修改');
  await reviewer.waitForText('请写明哪里要改');
  await reviewer.tap('哪个工作日发：先不排');
  await reviewer.waitForText('确认');
  // Two places on: a bureau's very first piece could also go out today.
  await reviewer.swipe(/^11月24日/, { down: -80 });
  await reviewer.tap('确认');
  // NutUI measures its wheel before WeChat has drawn it, says so on the console, and takes its own 36 px.
  const errors = reviewer.takeErrors();
  expect(errors.filter((error) => !error.includes('获取高度失败'))).toEqual([]);
  await reviewer.waitForText('11月24日');
  await reviewer.tap('通过');
  await reviewer.waitForText('已通过');

  const rows = await bureau.look((trx) =>
    trx.selectFrom('piece').select(['title', 'state', 'publish_on', 'author_id', 'reviewer_id']).execute(),
  );
  expect(rows).toEqual([
    {
      title,
      state: 'approved',
      publish_on: '2026-11-24',
      author_id: world.members.committeePublicity,
      reviewer_id: world.members.committeeOfficer,
    },
  ]);

  const reader = await bureau.phoneOf('member');
  await reader.waitForText('还没有晨学篇目');
  expect(reader.text()).not.toContain(title);
  world.clock.set('2026-11-23T23:29:59.000Z');
  await reader.pullDown();
  await reader.relaunch();
  await reader.waitForText('还没有晨学篇目');
  world.clock.set('2026-11-23T23:30:00.000Z');
  await reader.relaunch();
  await reader.waitForText(title);
  await reader.tap('做一做');
  await reader.waitForText('菜市场的秤要按期检定吗');
});
