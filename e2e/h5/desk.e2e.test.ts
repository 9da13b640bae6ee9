import { openStage, type Stage } from './stage';
import { pc, type Visitor } from './visitor';

jest.setTimeout(240_000);

const title = '一杆秤为什么每年都要检定';
const text = [
  '赵大姐在早市买了两斤橘子，回家一称，差了小半斤。她拿着橘子回去问，摊主也纳闷：“这秤去年才验过，怎么会不准？”',
  '',
  '# 一年一次，不是走过场',
  '',
  '贸易结算用的秤属于强制检定的计量器具。用得久了，弹簧会松，传感器会漂，谁也没有动手脚，分量也会慢慢走样，所以要按周期检定。',
].join('\n');

let stage: Stage;
let writer: Visitor;
let reviewer: Visitor;
beforeAll(async () => {
  stage = await openStage();
  writer = await stage.arrive({ viewport: pc });
  reviewer = await stage.arrive({ viewport: pc });
  await Promise.all([writer.stepInto('叶知秋'), reviewer.stepInto('安如山')]);
});
afterAll(() => stage.close());

test('a piece is written with its preview beside it, saved, and handed in', async () => {
  await writer.goToDesk();
  await writer.press('写一篇', { isPart: true });
  await writer.write('标题', title);
  await writer.write('主题', '计量');
  await writer.write('正文', text);
  await writer.page.getByRole('region', { name: '预览' }).getByText('一年一次，不是走过场').waitFor();
  await writer.press('存草稿');
  await writer.sees('都保存了');
  await writer.press('提交审核');
  await writer.sees('请写来源的名称，读的人要知道依据什么');
  await writer.write('来源名称', '中华人民共和国计量法');
  await writer.write('第几条', '第九条');
  await writer.write('版本日期', '2018-10-26');
  await writer.press('提交审核');
  await writer.button(title, { isPart: true }).waitFor();
});

test('a second person returns it with a note; the writer reads the note and corrects', async () => {
  await reviewer.goToDesk();
  await reviewer.desk('晨学稿件');
  await reviewer.press(title, { isPart: true });
  await reviewer.sees('一年一次，不是走过场');
  await reviewer.press('退回修改');
  await reviewer.sees('请写明哪里要改');
  await reviewer.write('审核意见', '第 2 段补一句：过期没检定的秤不能用');
  await reviewer.press('退回修改');
  await reviewer.sees('已退回修改，会告诉写稿的同志');

  await writer.page.reload();
  await writer.press(title, { isPart: true });
  await writer.sees('第 2 段补一句：过期没检定的秤不能用');
  await writer.press('修改');
  await writer.write('正文', `${text}\n\n过了检定有效期的秤，不能再用来做买卖。`);
  await writer.press('提交审核');
  await writer.button(title, { isPart: true }).waitFor();
});

test('approved, it is laid on a free working day and stands in the plan', async () => {
  await reviewer.page.reload();
  await reviewer.press(title, { isPart: true });
  await reviewer.sees('过了检定有效期的秤，不能再用来做买卖。');
  const free = reviewer.field('哪个工作日发').locator('option').nth(1);
  const day = await free.innerText();
  await reviewer.field('哪个工作日发').selectOption(day);
  await reviewer.press('通过');
  await reviewer.sees('已通过，会告诉写稿的同志');
  await reviewer.page.reload();
  await reviewer.press(/^看后面 \d+ 个工作日$/);
  const line = reviewer.page.getByRole('list', { name: '接下来的工作日' }).getByRole('button', { name: day });
  expect(await line.innerText()).toContain(title);
});

test('of two who edit one draft the slower one is told, and loses nothing', async () => {
  await writer.desk('晨学稿件');
  await writer.press('写一篇');
  await writer.write('标题', '两个人改的一篇');
  await writer.write('主题', '练习');
  await writer.write('正文', '第一稿。');
  await writer.press('存草稿');
  await writer.sees('都保存了');

  const other = await stage.arrive({ viewport: pc });
  await other.stepInto('叶知秋');
  await other.goToDesk();
  await other.desk('晨学稿件');
  await other.press('两个人改的一篇', { isPart: true });
  await other.press('修改');
  await other.write('正文', '同志写的一段。');
  await other.press('存草稿');
  await other.sees('都保存了');

  await writer.write('正文', '我写的一段。');
  writer.expectsRefusal('conflict');
  await writer.press('存草稿');
  await writer.sees('别的同志刚改过这一篇');
  await writer.press('读取最新的，我写的放旁边');
  await writer.sees('您刚才写的，没有保存');
  expect(await writer.field('正文').inputValue()).toBe('同志写的一段。');
  expect(await writer.field('您刚才写的').inputValue()).toBe('我写的一段。');
  await writer.write('正文', '两个人一起写的。');
  await writer.press('存草稿');
  await writer.sees('都保存了');
});
