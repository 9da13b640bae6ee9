import { openStage, type Stage } from './stage';
import { pc, type Visitor } from './visitor';

jest.setTimeout(240_000);

let stage: Stage;
let keeper: Visitor;
beforeAll(async () => {
  stage = await openStage();
  keeper = await stage.arrive({ viewport: pc });
  await keeper.stepInto('安如山');
});
afterAll(() => stage.close());

test('the keeper of the bank sees which key is probably wrong, and is at the question with one tap', async () => {
  await keeper.goToDesk();
  await keeper.desk('题库');
  await keeper.press('题目分析');
  await keeper.sees(/^\d+ 题请核对答案$/);
  await keeper.page.getByRole('img', { name: /题的难易和区分：请核对答案 \d+ 题/ }).waitFor();
  await keeper.sees('平时答得好的人反而答错，请核对答案');
  await keeper.sees('答得好的人多选这一项');
  expect(await keeper.reads()).not.toMatch(/[1-9]\d* (人|次)答|排名/);
  await keeper.page
    .getByRole('button', { name: /^核对这一题/ })
    .first()
    .click();
  await keeper.sees('更正这一题');
});

test('a secretary chooses what to speak about by shares that name nobody', async () => {
  const secretary = await stage.arrive();
  await secretary.stepInto('禾书远');
  await secretary.goToDesk();
  await secretary.press('讲课选题参考', { isPart: true });
  await secretary.sees(/^只有比例，看不到是谁/);
  const shares = secretary.page.getByRole('list', { name: '按题' }).getByText(/^十人里.+答对$/);
  await shares.first().waitFor();
  expect(await secretary.reads()).not.toMatch(/排名|江晨/);
  await secretary.press('排一讲');
  await secretary.sees('排一讲');
});

test('questions of a changed law are held back, and let go together after somebody has compared them', async () => {
  await keeper.open('/pages/desk/laws/index');
  await keeper.write('名称', '产品质量法');
  await keeper.write('新版的日期', '2026-11-20');
  await keeper.press('标出来，列出要核对的');
  await keeper.sees(/^标好了/);
  await keeper.press('题库里依据有变的题', { isPart: true });
  await keeper.sees(/产品质量法》$/);
  // The demo has another law that has changed; it stays as it is.
  await keeper.press(/^全选：.*产品质量法/);
  await keeper.press(/^这 \d+ 题核对过，仍然成立：.*产品质量法/);
  await keeper.press('都核对过', { among: keeper.page.getByRole('dialog') });
  await keeper.sees(/^\d+ 题核对好了，继续问大家$/);
  await keeper.misses(/产品质量法》$/);
});
