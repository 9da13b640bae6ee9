import { type DemoBureau, openDemoBureau } from './demoBureau';
import { answersOf } from './phones';

jest.setTimeout(240_000);

let bureau: DemoBureau;

beforeAll(async () => {
  bureau = await openDemoBureau();
});
afterEach(() => bureau.phones.close());
afterAll(() => bureau.close());

test('a paper survives a killed app, is handed in by the clock, and tells its keys once it is closed', async () => {
  const app = await bureau.phoneOf('member');
  await app.switchTab('答题');
  await app.waitForText('演示：主题党日小测');
  await app.tap('演示：主题党日小测');
  await app.waitForText('开始以后有 10 分钟');
  await app.tap('开始答');
  await app.waitForText('还有 10 分钟');
  const run = answersOf(app, 'quiz.startPaper').at(-1)?.run;
  if (!run) throw new Error('no paper was started');
  const [first] = run.questions;
  const { options, explanation } = await bureau.look((trx) =>
    trx
      .selectFrom('question')
      .select(['options', 'explanation'])
      .where('id', '=', first?.id ?? '')
      .executeTakeFirstOrThrow(),
  );
  const [row] = app.getAllByText(first?.type === 'trueFalse' ? '对' : (options[0] ?? ''));
  if (!row) throw new Error('no option');
  await app.tap(row);
  await app.tap('存下，下一题');
  await app.waitForText(`第 2 题，共 ${run.questions.length} 题`);

  await app.relaunch();
  const { closesAt } = await bureau.look((trx) =>
    trx
      .selectFrom('paper')
      .select('closes_at as closesAt')
      .where('state', '=', 'published')
      .executeTakeFirstOrThrow(),
  );
  // The phone is gone until after its time; somebody looks, and the clock has handed in.
  bureau.clock.set(new Date(bureau.clock.now().getTime() + 11 * 60_000).toISOString());
  await app.openCard({ path: 'pages/practice/run/index', query: { runId: run.id } });
  await app.waitForText('答案等卷子结束以后看');
  expect(JSON.stringify(app.calls.map(({ result }) => result))).not.toContain(explanation);

  bureau.clock.set(new Date((closesAt?.getTime() ?? 0) + 60_000).toISOString());
  await app.relaunch();
  await app.openCard({ path: 'pages/practice/run/index', query: { runId: run.id } });
  await app.waitForText(/记牢 [01]/);
  expect(JSON.stringify(app.calls.map(({ result }) => result))).toContain(explanation);
});
