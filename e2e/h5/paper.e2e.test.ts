import { openStage, type Stage } from './stage';
import { pc, type Visitor } from './visitor';

jest.setTimeout(240_000);

const title = '十一月小测';

let stage: Stage;
let secretary: Visitor;
let member: Visitor;
beforeAll(async () => {
  stage = await openStage();
  secretary = await stage.arrive({ viewport: pc });
  await secretary.stepInto('禾书远');
  member = await stage.arrive();
  await member.stepInto('江晨');
});
afterAll(() => stage.close());

test('the secretary draws a paper from the bank, takes one question out, and publishes it', async () => {
  await secretary.goToDesk();
  await secretary.desk('卷子');
  await secretary.press('做一份卷子');
  await secretary.write('名称', title);
  await secretary.page.getByLabel('抽几题').filter({ visible: true }).selectOption('3');
  await secretary.press('抽题，看一看');
  await secretary.sees('第 3 题');
  await secretary.press('去掉这一题：第 1 题');
  await secretary.sees('现在有 2 题');
  await secretary.misses('第 3 题');
  await secretary.choose('两样都要');
  await secretary.page.getByLabel('答多久').filter({ visible: true }).selectOption('20');
  await secretary.press('发布');
  await secretary.sees('撤回这份卷子');
});

test('on the wall a question is large and its key comes by a tap', async () => {
  await secretary.press('投屏');
  await secretary.sees(/第 1 题，共 2 题/);
  await secretary.misses(/^答案：/);
  await secretary.press('看答案');
  await secretary.sees(/^答案：/);
  await secretary.press('下一题');
  await secretary.sees(/第 2 题，共 2 题/);
  await secretary.misses(/^答案：/);
});

test('a member answers on the phone, changes an answer, hands in, and learns no key before the end', async () => {
  await member.tab('答题');
  await member.press(title, { isPart: true });
  await member.sees(/开始以后有 20 分钟/);
  await member.press('开始答');
  await member.sees(/^还有 (19|20) 分钟$/);
  await member.answers().first().click();
  await member.press('存下，下一题');
  await member.page.getByText('第 2 题，共 2 题').waitFor({ state: 'attached' });
  await member.answers().first().click();
  await member.press('看每一题，交卷');
  await member.press('交卷');
  const dialog = member.page.getByRole('dialog').filter({ visible: true });
  await dialog.getByText(/答案等卷子结束以后看/).waitFor();
  await dialog.getByRole('button', { name: '交卷', exact: true }).click();
  await member.sees('您交了。答案等卷子结束以后看');
  expect(await member.reads()).not.toMatch(/答对了|这题再看看|依据|\d 分[^钟]/);
});

test('it becomes a study task with its minutes, whose way leads to the paper', async () => {
  await secretary.page.goBack();
  await secretary.press('转成学习任务');
  await secretary.sees('约 20 分钟');
  await secretary.choose(/^机关第二党支部$/);
  await secretary.choose(/^11月27日/);
  await secretary.press('发布');
  await secretary.sees('还没学的同志（只有您能看到）');
  await member.open();
  await member.press(title, { isPart: true });
  await member.sees('支部书记能看到您完成了这一项');
  await member.press(title, { isPart: true });
  await member.sees(/^您交了。答案等卷子结束/);
});
