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

/** What the question bank holds for a question that the app shows. */
async function stored(questionId: string) {
  return bureau.look((trx) =>
    trx
      .selectFrom('question')
      .select(['type', 'options', 'key', 'explanation'])
      .where('id', '=', questionId)
      .executeTakeFirstOrThrow(),
  );
}

/** Answers the question in front, right or wrong, and waits for the reason; returns its id. */
async function answer(app: MiniProgram, isRight: boolean): Promise<void> {
  const { questions } = answersOf(app, 'quiz.today').at(-1) ?? { questions: [] };
  const asked = questions.find(({ stem }) => app.getAllByText(stem).length > 0);
  if (!asked) throw new Error(`no question of the day is in front:\n${app.text()}`);
  const { type, options, key: stands, explanation } = await stored(asked.id);
  // The demo bureau's five are there to be chosen from.
  const key = stands.filter((one) => typeof one === 'number');
  const count = type === 'trueFalse' ? 2 : options.length;
  const others = Array.from({ length: count }, (_, index) => index).filter((index) => !key.includes(index));
  // A wrong answer: something that is not in the key.
  const chosen = isRight ? key : others.slice(0, 1);
  for (const index of chosen) {
    const words = type === 'trueFalse' ? (index === 1 ? '对' : '错') : (options[index] ?? '');
    const [row] = app.getAllByText(words);
    if (!row) throw new Error(`no option ${words}`);
    await app.tap(row);
  }
  // Nothing on the phone can tell the answer before it is given.
  const soFar = JSON.stringify(app.calls.map(({ result }) => result)) + JSON.stringify(app.storage());
  expect(soFar).not.toContain(explanation);
  await app.tap('提交');
  await app.waitForText(isRight ? '答对了' : '这题再看看');
  await app.waitForText(explanation);
}

test('five questions, one at a time, with the reason after each; a killed app goes on in the middle', async () => {
  const app = await bureau.phoneOf('member');
  await app.switchTab('答题');
  await app.waitForText('今日 5 题');
  for (const { questions } of answersOf(app, 'quiz.today')) {
    expect(questions).toHaveLength(5);
    expect(questions.every(({ graded }) => graded === null)).toBe(true);
  }
  await app.tap('开始答题');
  await app.waitForText('第 1 题，共 5 题');
  await answer(app, true);
  await app.tap('下一题');
  await app.waitForText('第 2 题，共 5 题');
  await answer(app, false);
  await app.waitForText('明天起会再出现一次');

  await app.relaunch();
  await app.switchTab('答题');
  await app.waitForText('已经答了 2 题，还有 3 题');
  await app.tap('接着答');
  for (const [place, isRight] of [
    [3, true],
    [4, false],
    [5, true],
  ] as const) {
    await app.waitForText(`第 ${place} 题，共 5 题`);
    await answer(app, isRight);
    await app.tap(place === 5 ? '看小结' : '下一题');
  }
  await app.waitForText('记牢 3，再看看 2');
  expect(app.text()).not.toMatch(/得分|正确率|\d+ ?分(?!钟)/);

  const memberId = await bureau.memberId('d0000001');
  const rows = await bureau.look((trx) =>
    trx.selectFrom('run_answer').select('question_id').where('member_id', '=', memberId).execute(),
  );
  expect(new Set(rows.map((row) => row.question_id)).size).toBe(5);

  // The keys of the five are on the phone now, those of no other question ever were.
  const keyed = new Set(answersOf(app, 'quiz.answer').map(({ graded }) => graded?.explanation));
  expect(keyed.size).toBe(5);
});

test('what was not remembered comes back the next day', async () => {
  const { clock } = bureau;
  const first = await bureau.phoneOf('clerk');
  await first.switchTab('答题');
  await first.waitForText('今日 5 题');
  await first.tap('开始答题');
  await answer(first, false);
  const { questions } = answersOf(first, 'quiz.today').at(-1) ?? { questions: [] };
  const [missed] = questions;
  const before = clock.now();
  clock.set(new Date(before.getTime() + 24 * 3_600_000));
  await first.relaunch();
  await first.switchTab('答题');
  await first.waitForText('今日 5 题');
  const tomorrow = answersOf(first, 'quiz.today').at(-1);
  expect(tomorrow?.questions.find(({ id }) => id === missed?.id)?.again).toBe(true);
  clock.set(before);
});
