import { type MadeCell, xlsxOf } from '../../cloud/testing/officeFiles';
import { comeInByCard, foundRealBureau } from './realBureau';
import { openStage, type Stage } from './stage';
import { pc, type Visitor } from './visitor';

jest.setTimeout(240_000);

const phrase = '桂花开在第三条街左边';

let stage: Stage;
let officer: Visitor;
beforeAll(async () => {
  stage = await openStage({ isEmpty: true });
  const first = await foundRealBureau(stage.server);
  officer = await stage.arrive({ viewport: pc });
  await comeInByCard(officer, first, phrase);
  await officer.press('同意');
  await officer.press('就用这样，去晨学');
  await officer.sees('安如山同志');
});
afterAll(() => stage.close());

const header: MadeCell[] = [
  '序号',
  '姓名',
  '公民身份证号码',
  '籍贯',
  '出生日期',
  '手机号码',
  '加入党组织日期',
  '人员类别',
  '所在党支部',
  '类目',
];
const names = [
  '晓石',
  '初雪',
  '远帆',
  '知秋',
  '松间',
  '明月',
  '清泉',
  '石上',
  '流光',
  '疏影',
  '横斜',
  '暗香',
];

/** A roster as offices keep it: a title, the header in row 3, columns that nobody should keep, one number too short. */
function rosterOf(extra: readonly string[] = []): Buffer {
  const people = [...names, ...extra];
  const rows: MadeCell[][] = people.map((name, index) => [
    index + 1,
    name,
    '不该保存的号码',
    '不该保存的地方',
    19800101,
    index === 3 ? '1380000' : `138000010${String(index).padStart(2, '0')}`,
    20100701 + index,
    '正式党员',
    index < 6 ? '机关第一党支部' : '机关第二党支部',
    index === 0 ? '组织委员' : null,
  ]);
  return xlsxOf([
    { name: '党员信息', rows: [['清溪市场监管局党员名册'], ['填表说明：无'], header, ...rows] },
  ]);
}

async function choose(content: Buffer): Promise<void> {
  const chooser = officer.page.waitForEvent('filechooser');
  await officer.press('选文件（.xlsx .xls .csv）');
  await (await chooser).setFiles({
    name: '名册.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: content,
  });
}

test('the desk says what comes first, and the first step leads to the file', async () => {
  await officer.goToDesk();
  await officer.press('接下来：名册', { isPart: true });
  await officer.sees('哪一步都可以先放着，顺序也可以换。做好了，这里自己会知道');
  await officer.press('从文件导入');
  await officer.sees('选名册文件');
});

test('what is read is shown with its column; what nobody should keep is dropped, and that is said', async () => {
  await choose(rosterOf());
  await officer.sees(/公民身份证号码.*等 \d+ 列没有读入，也没有保存/);
  await officer.sees(/^党员信息，第 7 行，F 列/);
  expect(await officer.reads()).not.toContain('不该保存');
});

test('a column is read for another field after a correction, with the file that the page still has', async () => {
  if (await officer.button('看每一列怎么读的').isVisible()) await officer.press('看每一列怎么读的');
  await officer.press('有读错的，改一改');
  const options = await officer.field('党内职务').locator('option').allInnerTexts();
  const duty = options.find((one) => one.includes('类目'));
  await officer.field('党内职务').selectOption(duty ?? 'there is a column 类目');
  await officer.press('按改过的列再读一遍');
  await officer.misses('按改过的列再读一遍');
  await officer.press(/^新增 \d+$/);
  await officer.sees('职务“组织委员”（导入以后再任）');
});

test('a page that was closed finds its preview again, and imports with the branch that was not there', async () => {
  await officer.page.reload();
  await officer.sees('建“机关第二党支部”');
  await officer.press(/^导入 \d+ 人$/);
  await officer.sees(/新增 \d+ 人，建了 1 个支部/);
  await officer.sees(/以前可以整批撤回/);
});

let cards: { name: string; loginName: string; code: string }[] = [];

test('cards for everybody in one go: eight to a page of paper, each with its own code', async () => {
  await officer.press('看名册，发激活卡');
  await officer.press('未激活');
  await officer.press('给未激活的同志发卡');
  await officer.press(/^发 \d+ 张$/);
  await officer.sees(/张激活卡，打印出来 2 页 A4/);
  cards = await officer.page.locator('.roster-handout-cards [role=group]').evaluateAll((found) =>
    found.map((card) => ({
      name: (card.getAttribute('aria-label') ?? '').replace('的激活卡', ''),
      loginName: /登录名 ([a-z]\d{7})/.exec(card.textContent ?? '')?.[1] ?? '',
      code: (card.querySelector('[aria-label^=激活码]:not([role])')?.getAttribute('aria-label') ?? '')
        .replace('激活码', '')
        .replace(/[\s-]/g, ''),
    })),
  );
  expect(new Set(cards.map(({ code }) => code)).size).toBe(cards.length);
  for (const card of cards) expect(card.code).toHaveLength(12);
  const paper = (await officer.page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(Math.ceil(cards.length / 8));
});

test('a member comes in by the card', async () => {
  const card = cards.find(({ name }) => name === '初雪');
  if (!card) throw new Error('there is a card for everybody');
  const member = await stage.arrive();
  await comeInByCard(member, card, phrase);
  await member.press('同意');
  await member.press('就用这样，去晨学');
  await member.sees('初雪同志');
});

test('a later import can be taken back as a whole; one of whom somebody has come in cannot', async () => {
  await officer.press('打印好了，关上');
  await officer.press('从文件导入');
  await choose(rosterOf(['新来客']));
  await officer.press(/^导入 1 人$/);
  await officer.sees('新增 1 人');
  await officer.press('整批撤回');
  await officer.press('撤回', { among: officer.page.getByRole('dialog') });
  await officer.sees('名册回到导入以前的样子');
  await officer.press('再选一个文件');
  await officer.press('可以撤回', { isPart: true });
  await officer.press('整批撤回');
  officer.expectsRefusal('undo_too_late');
  await officer.press('撤回', { among: officer.page.getByRole('dialog') });
  await officer.sees(/已经激活，不能整批撤回/);
  await officer.press('先不');
});

test('a member is found by name, marked, and a post has its term', async () => {
  await officer.press('看名册，发激活卡');
  await officer.write('按姓名找', '晓石');
  await officer.press('晓石', { among: officer.page.getByRole('table') });
  await officer.press('记一项情况');
  await officer.field('什么情况').selectOption('退休');
  await officer.press('记下');
  await officer.sees('2026年11月23日起');
  await officer.press('任职');
  await officer.field('在哪个组织').selectOption({ label: (await branchOption()) ?? '' });
  await officer.field('什么职务').selectOption('支部书记');
  await officer.press('任职', { among: officer.page.getByRole('dialog') });
  await officer.button('支部书记', { isPart: true }).waitFor();
});

async function branchOption(): Promise<string | undefined> {
  const options = await officer.field('在哪个组织').locator('option').allTextContents();
  return options.find((one) => one.includes('机关第一党支部'));
}
