import { openStage, type Stage } from './stage';
import type { Visitor } from './visitor';

jest.setTimeout(240_000);

let stage: Stage;
let member: Visitor;
const wrong: string[] = [];
beforeAll(async () => {
  stage = await openStage();
  member = await stage.arrive();
  await member.stepInto('江晨');
});
afterAll(() => stage.close());

/** Answers the question on the screen with its first option and reads what comes back. */
async function answerFirst(number: number): Promise<void> {
  await member.page.getByText(`第 ${number} 题，共 5 题`).waitFor({ state: 'attached' });
  const stem = await member.page.getByRole('heading', { level: 3 }).filter({ visible: true }).innerText();
  await member.answers().first().click();
  await member.press('提交');
  const verdict = await (await member.sees(/^(答对了|这题再看看)$/)).innerText();
  await member.sees('依据：');
  if (verdict !== '答对了') wrong.push(stem);
}

test('each of the five says at once whether it was right, and by which article', async () => {
  await member.tab('答题');
  await member.press('开始答题');
  await answerFirst(1);
  await member.press('下一题');
  await answerFirst(2);
});

test('a reload in the middle goes on where one stopped', async () => {
  await member.page.reload();
  await member.sees('已经答了 2 题，还有 3 题');
  await member.press('接着答');
  for (const number of [3, 4]) {
    await answerFirst(number);
    await member.press('下一题');
  }
  await answerFirst(5);
});

test('the end is no grade: what is remembered, and by name what to look at again', async () => {
  await member.press('看小结');
  const right = 5 - wrong.length;
  await member.sees(wrong.length > 0 ? `记牢 ${right}，再看看 ${wrong.length}` : '记牢 5');
  const again = member.page.getByRole('list', { name: '没记牢的题' }).getByRole('button');
  expect(await again.count()).toBe(wrong.length);
  for (const stem of wrong) await member.button(stem, { isPart: true }).waitFor();
  expect(await member.reads()).not.toMatch(/\d 分(?!钟)|得分|排名/);
});
