import type { BrowserContextOptions } from 'playwright-core';
import { foundBureau } from '../../cloud/roster/foundBureau';
import { type MadeCell, xlsxOf } from '../../cloud/testing/officeFiles';
import { comeInByCard, type FirstCard } from './realBureau';
import { openStage, type Stage } from './stage';
import { pc, phone, type Visitor } from './visitor';

jest.setTimeout(240_000);

/**
 * From an empty database to the member's finished task, as a new user would: the administrator's card, a roster of the
 * bureau's own, posts, cards on paper, content by two people, the theme day, a task. Each person's taps are counted:
 * a step too many fails here.
 */
const phrase = '桂花开在第三条街左边';

let stage: Stage;
let admin: Visitor;
let secretary: Visitor;
let cards: (FirstCard & { name: string })[] = [];
beforeAll(async () => {
  stage = await openStage({ isEmpty: true });
});
afterAll(() => stage.close());

const header: MadeCell[] = [
  '序号',
  '姓名',
  '性别',
  '公民身份证号码',
  '出生日期',
  '手机号码',
  '加入党组织日期',
  '人员类别',
  '党内职务',
  '所在党支部',
];
/** Name, branch, post: obviously made up. */
const people: [string, string, string | null][] = [
  ['禾晓石', '办公室党支部', '支部书记'],
  ['梅初雪', '办公室党支部', '宣传委员'],
  ['麦远帆', '办公室党支部', null],
  ['荷知秋', '办公室党支部', null],
  ['禾听涛', '执法一队党支部', '书记'],
  ['梅望岳', '执法一队党支部', '副大队长'],
];

/** As offices keep it: a title, a line to fill in, the header in row 3, columns that nobody should keep. */
function roster(): Buffer {
  const rows: MadeCell[][] = people.map(([name, branch, post], index) => [
    index + 1,
    name,
    '女',
    '不该保存的号码',
    19800101,
    `1380000200${index}`,
    20100701 + index,
    '正式党员',
    post,
    branch,
  ]);
  return xlsxOf([{ name: 'Sheet1', rows: [['清溪市场监管局党员名册'], ['填表人：'], header, ...rows] }]);
}

/** Somebody whose taps are counted from the first page on. */
async function arrive(options: BrowserContextOptions): Promise<Visitor> {
  const visitor = await stage.arrive(options);
  await visitor.context.addInitScript(
    "addEventListener('click', () => sessionStorage.setItem('taps', Number(sessionStorage.getItem('taps') ?? 0) + 1), true)",
  );
  return visitor;
}

const tapsOf = (visitor: Visitor) => visitor.page.evaluate(() => Number(sessionStorage.getItem('taps') ?? 0));

const cardOf = (name: string): FirstCard => {
  const card = cards.find((one) => one.name === name);
  if (!card) throw new Error(`there is no card for ${name}`);
  return card;
};

test('the administrator comes in by the printed code and goes straight to the desk', async () => {
  const { server } = stage;
  const first = await foundBureau(server.database.ownerUrl, server.ports, {
    name: '清溪市场监管局',
    appid: null,
  });
  admin = await arrive({ viewport: pc });
  await comeInByCard(admin, first, phrase);
  await admin.press('同意');
  await admin.press('先去工作台');
  await admin.press('接下来：名册', { isPart: true });
});

test('the roster of the bureau makes its branches, and the posts written in it are given in one press', async () => {
  await admin.press('从文件导入');
  const chooser = admin.page.waitForEvent('filechooser');
  await admin.press('选文件（.xlsx .xls .csv）');
  await (await chooser).setFiles({
    name: '名册.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: roster(),
  });
  await admin.press(`导入 ${people.length} 人`);
  await admin.sees('新增 6 人，建了 2 个支部');
  const duties = admin.page.getByRole('list', { name: '名册里写着的职务' });
  expect(await duties.innerText()).not.toContain('副大队长');
  await admin.press('照名册任职');
  await duties.getByText('已任职').nth(2).waitFor();
  await admin.press('返回');
  await admin.sees('每个支部都有书记');
});

test('cards for everybody are two taps from the first steps', async () => {
  await admin.press('发激活卡');
  await admin.press('给未激活的同志发卡');
  await admin.press(`发 ${people.length} 张`);
  await admin.sees(/张激活卡，打印出来 1 页 A4/);
  cards = await admin.page.locator('.roster-handout-cards [role=group]').evaluateAll((found) =>
    found.map((card) => ({
      name: (card.getAttribute('aria-label') ?? '').replace('的激活卡', ''),
      loginName: /登录名 ([a-z]\d{7})/.exec(card.textContent ?? '')?.[1] ?? '',
      code: (card.querySelector('[aria-label^=激活码]:not([role])')?.getAttribute('aria-label') ?? '')
        .replace('激活码', '')
        .replace(/[\s-]/g, ''),
    })),
  );
  expect(await tapsOf(admin)).toBeLessThanOrEqual(14);
});

test('the secretary takes the starter pack, and a second person passes two pieces of it', async () => {
  secretary = await arrive({ viewport: pc });
  await comeInByCard(secretary, cardOf('禾晓石'), phrase);
  await secretary.press('同意');
  await secretary.press('先去工作台');
  await secretary.press('接下来：晨学内容', { isPart: true });
  await secretary.press('取用起步内容');
  await secretary.press('取用，请另一位同志审核');
  await secretary.sees('等审核');

  const second = await arrive({ viewport: pc });
  await comeInByCard(second, cardOf('梅初雪'), phrase);
  await second.press('同意');
  await second.press('就用这样，去晨学');
  // What is asked of somebody stands in the inbox, with the way there.
  await second.tab('我的');
  await second.press('通知', { isPart: true });
  await second.press('篇等您审核', { isPart: true });
  const waiting = second.page.getByRole('list', { name: '等审核' });
  await waiting.getByRole('button').first().waitFor();
  const titles = await waiting.locator('.ui-row-title').allInnerTexts();
  await waiting.getByRole('button').first().click();
  for (const title of titles.slice(0, 2)) {
    await second.page.getByRole('heading', { name: title }).filter({ visible: true }).first().waitFor();
    await second.press('通过');
  }
  await second.sees(`${titles.length - 2} 篇`);
  expect(await tapsOf(second)).toBeLessThanOrEqual(10);
});

test('what was passed is laid in order, the first one for today, and the theme day is planned', async () => {
  await secretary.page.reload();
  await secretary.press('2 篇依次排到空着的日子');
  await secretary.sees('库存 2 个工作日');
  await secretary.desk('工作台');
  await secretary.press('接下来：本月主题党日', { isPart: true });
  await secretary.press('安排一次会议');
  await secretary.write('哪一天', '2026-11-26');
  await secretary.write('几点开始', '15:00');
  await secretary.write('地点', '三楼会议室');
  await secretary.write('第 1 项', '集中学习');
  await secretary.press('安排会议');
  await secretary.sees('11月主题党日');
});

test('the piece of the day becomes a study task in four taps', async () => {
  await secretary.open();
  const before = await tapsOf(secretary);
  await secretary.press('转成学习任务', { isPart: true });
  await secretary.choose(/^办公室党支部$/);
  await secretary.choose('11月27日 星期五');
  await secretary.press('发布');
  await secretary.sees('还没学的同志（只有您能看到）');
  expect((await tapsOf(secretary)) - before).toBe(4);
  expect(await tapsOf(secretary)).toBeLessThanOrEqual(20);
});

test('a member comes in on a phone, reads, finishes the task, and sees the theme day', async () => {
  const member = await arrive({ viewport: phone });
  await comeInByCard(member, cardOf('麦远帆'), phrase);
  await member.press('同意');
  await member.press('就用这样，去晨学');
  await member.sees('麦远帆同志');
  const tasks = member.page.getByRole('list', { name: '要学的' });
  await tasks.getByRole('button').first().click();
  await member.press(/^(我学完了，完成这项任务|已经学过了，交上去)$/);
  await member.sees('您已经完成这一项');
  await member.press('返回');
  await member.tab('支部');
  await member.sees('11月主题党日');
  expect(await tapsOf(member)).toBeLessThanOrEqual(9);
});
