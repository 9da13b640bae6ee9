import type { MiniProgram } from '../miniProgram';
import { type DemoBureau, openDemoBureau } from './demoBureau';
import { answersOf } from './phones';

jest.setTimeout(240_000);

let bureau: DemoBureau;

beforeAll(async () => {
  bureau = await openDemoBureau();
});
afterEach(() => bureau.phones.close());
afterAll(() => bureau.close());

/** Chooses something wrong for the question in front, and gives its explanation. */
async function chooseWrong(
  app: MiniProgram,
  questions: readonly { id: string; stem: string }[],
): Promise<string> {
  const asked = questions.find(({ stem }) => app.getAllByText(stem).length > 0);
  if (!asked) throw new Error(`no question of the set is in front:\n${app.text()}`);
  const { type, options, key, explanation } = await bureau.look((trx) =>
    trx
      .selectFrom('question')
      .select(['type', 'options', 'key', 'explanation'])
      .where('id', '=', asked.id)
      .executeTakeFirstOrThrow(),
  );
  const indexes: unknown[] = key;
  const count = type === 'trueFalse' ? 2 : options.length;
  const wrong =
    Array.from({ length: count }, (_, index) => index).find((index) => !indexes.includes(index)) ?? 0;
  const words = type === 'trueFalse' ? (wrong === 1 ? '对' : '错') : (options[wrong] ?? '');
  const [row] = app.getAllByText(words);
  if (!row) throw new Error(`no option ${words}`);
  await app.tap(row);
  return explanation;
}

test('a challenge ends at the first error, whose key was not on the phone before, and the wrong book keeps it', async () => {
  const app = await bureau.phoneOf('member');
  await app.switchTab('答题');
  await app.waitForText('换个练法');
  await app.tap('挑战');
  await app.waitForText('答对一题，出下一题');
  await app.tap('开始');
  await app.waitForText('第 1 题');
  const { run } = answersOf(app, 'quiz.startRun').at(-1) ?? { run: null };
  expect(run?.questions).toHaveLength(1);
  const explanation = await chooseWrong(app, run?.questions ?? []);
  const soFar = JSON.stringify(app.calls.map(({ result }) => result)) + JSON.stringify(app.storage());
  expect(soFar).not.toContain(explanation);
  await app.tap('提交');
  await app.waitForText('这题再看看');
  await app.waitForText(explanation);
  await app.tap('看小结');
  await app.waitForText('记牢 0，再看看 1');

  await app.openCard({ path: 'pages/practice/wrong-book/index' });
  await app.waitForText('改天再答对，就从这里出去了');
  await app.waitForText(run?.questions[0]?.stem ?? '-');
});

test('a mock exam survives a killed app, and says nothing of right or wrong before it is handed in', async () => {
  const app = await bureau.phoneOf('clerk');
  await app.switchTab('答题');
  await app.waitForText('换个练法');
  await app.tap('模拟考试');
  await app.waitForText('20 题，30 分钟');
  await app.tap('开始');
  await app.waitForText('还有 30 分钟');
  const { run } = answersOf(app, 'quiz.startRun').at(-1) ?? { run: null };
  const explanation = await chooseWrong(app, run?.questions ?? []);
  await app.tap('存下，下一题');
  await app.waitForText(`第 2 题，共 ${run?.questions.length} 题`);
  expect(JSON.stringify(app.calls.map(({ result }) => result))).not.toContain(explanation);

  await app.relaunch();
  await app.switchTab('答题');
  await app.waitForText('换个练法');
  await app.tap('模拟考试');
  await app.tap('开始');
  await app.waitForText(`第 2 题，共 ${run?.questions.length} 题`);
  await app.tap('看每一题，交卷');
  await app.tap('交卷');
  await app.waitForText('现在交卷吗？');
  // The dialog's own, above the one that asked.
  const confirm = app.getAllByText('交卷').at(-1);
  if (!confirm) throw new Error('nothing to confirm with');
  await app.tap(confirm);
  await app.waitForText('题没有答');
  expect(app.text()).not.toMatch(/得分|正确率|\d+ ?分[^钟]/);
});

test('what is written into a blank and not sent survives a killed app, and never leaves the phone before it is sent', async () => {
  const stem = '收下材料要给一张（ ）。';
  await bureau.look(async (trx) => {
    // PostgreSQL works out for itself what is being checked.
    const { checking: _made, ...like } = await trx
      .selectFrom('question')
      .selectAll()
      .where('state', '=', 'reviewed')
      .limit(1)
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('question')
      .values({
        ...like,
        id: '01980000-0000-7000-8000-00000000b1a4',
        type: 'blank',
        topic: '填空',
        stem,
        plain: '收下材料要给一张',
        options: JSON.stringify([]),
        key: JSON.stringify([['回执']]),
        source: JSON.stringify(like.source),
      })
      .execute();
  });
  const app = await bureau.phoneOf('member');
  const open = async () => {
    await app.openCard({ path: 'pages/practice/topics/index' });
    await app.tap('填空');
    await app.tap('开始');
    await app.waitForText(stem);
  };
  await open();
  const written = '回执二字';
  await app.input('填在这里', written);
  await app.relaunch();
  await open();
  expect(JSON.stringify(app.storage())).toContain(written);
  expect(JSON.stringify(app.calls)).not.toContain(written);
  await app.tap('提交');
  await app.waitForText('可以填：回执');
  expect(answersOf(app, 'quiz.answer').at(-1)?.graded?.answer).toEqual([written]);
  expect(Object.keys(app.storage()).filter((key) => key.includes('blanks'))).toEqual([]);
});
