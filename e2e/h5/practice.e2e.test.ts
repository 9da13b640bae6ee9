import { sql } from 'kysely';
import { lookBehind } from './lookBehind';
import { openStage, type Stage } from './stage';
import type { Visitor } from './visitor';

jest.setTimeout(240_000);

let stage: Stage;
let member: Visitor;
beforeAll(async () => {
  stage = await openStage();
  member = await stage.arrive();
  await member.stepInto('江晨');
});
afterAll(() => stage.close());

/** Answers the question in front: writes into its blanks, or takes its first option. */
async function fillIn(): Promise<void> {
  const fields = member.page.getByRole('main').getByRole('textbox').filter({ visible: true });
  const count = await fields.count();
  for (let index = 0; index < count; index += 1) await fields.nth(index).fill('不知道');
  if (count === 0) await member.answers().first().click();
}

async function openWay(name: string): Promise<void> {
  await member.tab('答题');
  await member.press(name);
}

test('a set of the week goes on after a reload where one stopped', async () => {
  await openWay('每周十题');
  await member.sees('一周一组，星期一换新。分几次答也可以');
  await member.press('开始');
  await member.page.getByText('第 1 题，共 10 题').waitFor({ state: 'attached' });
  await fillIn();
  await member.press('提交');
  await member.sees(/^(答对了|这题再看看)$/);
  await member.page.reload();
  await member.page.getByText('第 2 题，共 10 题').waitFor({ state: 'attached' });
});

test('a challenge ends at the first error, without points', async () => {
  await member.open();
  await openWay('挑战');
  await member.press('开始');
  for (let number = 1; number <= 50; number += 1) {
    await member.sees(`第 ${number} 题`);
    await fillIn();
    await member.press('提交');
    const verdict = await (await member.sees(/^(答对了|这题再看看)$/)).innerText();
    if (verdict === '这题再看看') break;
    await member.press('下一题');
  }
  await member.press('看小结');
  await member.sees(/^记牢 \d+，再看看 1$/);
  await member.sees('再来一次');
  expect(await member.reads()).not.toMatch(/\d 分|得分|排名/);
});

test('what was wrong lies in the wrong book with its answer, and can be taken out', async () => {
  await member.open();
  await openWay('错题本');
  await member.sees('只给自己看。改天再答对，就从这里出去了');
  await member.page
    .getByRole('button', { name: /^看答案/ })
    .first()
    .click();
  await member.sees(/^答案：/);
});

test('a mock exam keeps answers, says nothing before the handing in, and then explains', async () => {
  await member.open();
  await openWay('模拟考试');
  await member.press('开始');
  await member.sees(/^还有 (29|30) 分钟$/);
  await fillIn();
  await member.press('存下，下一题');
  await member.page.getByText(/^第\s2\s题，共\s\d+\s题$/).waitFor({ state: 'attached' });
  expect(await member.reads()).not.toMatch(/答对了|这题再看看|依据/);
  await member.press('看每一题，交卷');
  await member.press('交卷');
  const dialog = member.page.getByRole('dialog').filter({ visible: true });
  await dialog.getByRole('button', { name: '交卷', exact: true }).click();
  await member.sees(/^记牢 [01](，再看看 1)?$/);
  await member.sees(/^\d+ 题没有答$/);
});

interface Step {
  type: 'single' | 'multiple' | 'trueFalse' | 'blank';
  key: number[] | string[][];
}

/** The questions of the set in front in their order, as the database has them. */
async function lineOf(): Promise<Step[]> {
  const runId = new URL(member.page.url()).searchParams.get('runId') ?? '';
  const { rows } = await lookBehind(stage.server, (db) =>
    sql<Step>`select q.type, q.key from quiz_run r
      cross join lateral unnest(r.question_ids) with ordinality as pick (question_id, number)
      join question q on q.tenant_id = r.tenant_id and q.id = pick.question_id
      where r.id = ${runId} order by pick.number`.execute(db),
  );
  return rows;
}

/** Answers the question in front right, or wrong. */
async function answer({ type, key }: Step, isRight: boolean): Promise<void> {
  const main = member.page.getByRole('main');
  if (type === 'blank') {
    const fields = main.getByRole('textbox').filter({ visible: true });
    for (const [place, texts] of key.entries())
      await fields.nth(place).fill(isRight && typeof texts !== 'number' ? (texts[0] ?? '') : '不知道');
    return;
  }
  const right = key.filter((one) => typeof one === 'number');
  const shown = type === 'trueFalse' ? right.map((one) => 1 - one) : right;
  const [first = 0] = shown;
  // One of several right ones is not enough; of one right one any other is wrong.
  const wrong = type === 'multiple' ? [first] : [first === 0 ? 1 : 0];
  for (const place of isRight ? shown : wrong) await member.answers().nth(place).click();
}

test('a challenge goes on without network, is not lost by a reload, and on return says where it ended', async () => {
  await member.open();
  await openWay('挑战');
  await member.press('开始');
  await member.sees('第 1 题');
  const line = await lineOf();
  await member.losesNetwork();
  for (const [place, isRight] of [true, true, false, true, true].entries()) {
    const step = line[place];
    if (!step) throw new Error('the demo has too few questions');
    await member.sees(`第 ${place + 1} 题`);
    await answer(step, isRight);
    await member.press('提交');
    await member.sees(/您的答案已存在手机里/);
    if (place < 4) await member.press('下一题');
  }
  await member.page.reload();
  await member.sees('第 6 题');
  await member.findsNetwork();
  await member.sees('记牢 2，再看看 1');
  await member.sees(/后面 2 题您也答了，留着，没有判/);
  await member.sees('再来一次');
});
