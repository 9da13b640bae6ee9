import { type DemoBureau, openDemoBureau } from './demoBureau';
import { answersOf } from './phones';

jest.setTimeout(240_000);

let bureau: DemoBureau;

beforeAll(async () => {
  bureau = await openDemoBureau();
});
afterEach(() => bureau.phones.close());
afterAll(() => bureau.close());

/** The ledger's own sums for a member, by period, newest first. */
async function ledger(
  memberId: string,
): Promise<{ name: string; state: string; points: number; lines: number }[]> {
  const rows = await bureau.look((trx) =>
    trx
      .selectFrom('score_entry as entry')
      .innerJoin('score_period as period', (on) =>
        on.onRef('period.tenant_id', '=', 'entry.tenant_id').onRef('period.id', '=', 'entry.period_id'),
      )
      .select(({ fn }) => [
        'period.name',
        'period.state',
        fn.sum<string>('entry.points').as('points'),
        fn.countAll<string>().as('lines'),
      ])
      .where('entry.member_id', '=', memberId)
      .groupBy(['period.name', 'period.state', 'period.starts_on'])
      .orderBy('period.starts_on', 'desc')
      .execute(),
  );
  return rows.map((row) => ({ ...row, points: Number(row.points), lines: Number(row.lines) }));
}

test('every point of the closed half-year is on the card with its record, and their sum is the ledger’s', async () => {
  const memberId = await bureau.memberId('d0000001');
  const [running, closed] = await ledger(memberId);
  if (!running || !closed) throw new Error('the demo has two periods');
  expect([running.state, closed.state]).toEqual(['open', 'closed']);
  const app = await bureau.phoneOf('member');
  await app.switchTab('我的');
  await app.waitForText(`本期 ${running.points} 分`);
  await app.tap('看每一分从哪里来');
  await app.waitForText(`本期 ${running.points} 分`);
  await app.waitForPage('pages/pioneer/card/index');

  // Nobody has judged these yet: unknown, and not nought.
  await app.waitForText('还不知道');
  expect(app.text()).not.toMatch(/(^|[^\d])0 分/);
  expect(app.getAllByText('这一条不对？')).toHaveLength(running.lines);

  await app.tap(`${closed.name} ${closed.points} 分`);
  await app.waitFor(
    () => answersOf(app, 'pioneer.card').at(-1)?.period?.state === 'closed',
    'the card of the closed half-year',
  );
  await app.waitForText(`本期 ${closed.points} 分`);
  expect(app.getAllByText('这一条不对？')).toHaveLength(closed.lines);
  const card = answersOf(app, 'pioneer.card').at(-1);
  for (const line of card?.lines ?? []) await app.waitForText(`的会议记录《${line.source.title}》`);
  const shown = [...app.text().matchAll(/^([+−])(\d+(?:\.\d+)?) 分$/gm)];
  const sum = shown.reduce((total, [, sign, points]) => total + (sign === '−' ? -1 : 1) * Number(points), 0);
  expect(shown).toHaveLength(closed.lines);
  expect(sum).toBe(closed.points);
});

test('a line that is not right is said so in place and reaches the one who answers', async () => {
  const app = await bureau.phoneOf('member', { path: 'pages/pioneer/card/index' });
  await app.waitForText('每一分从哪里来');
  const line = answersOf(app, 'pioneer.card').at(-1)?.lines[0];
  if (!line) throw new Error('the running half-year has no line');
  await app.tap(`这一条不对？${line.explanation}`);
  await app.waitForText('交给负责的同志');
  await app.tap('交给负责的同志');
  await app.waitForText('请写一句哪里不对');
  await app.input(/^哪里不对/, '那天我到会了，名单上记成了迟到。');
  await app.tap('交给负责的同志');
  await app.waitForNoText('请写一句哪里不对');
  const remarks = await bureau.look((trx) =>
    trx.selectFrom('fault').select(['subject_id', 'text']).where('subject', '=', 'scoreEntry').execute(),
  );
  expect(remarks).toEqual([{ subject_id: line.id, text: '那天我到会了，名单上记成了迟到。' }]);

  const secretary = await bureau.phoneOf('secretary', { path: 'pages/desk/faults/index' });
  await secretary.waitForText('那天我到会了，名单上记成了迟到。');
});

test('the card can be read without network and says from when it is', async () => {
  const app = await bureau.phoneOf('member', { path: 'pages/pioneer/card/index' });
  await app.waitForText(/本期 \d+ 分/);
  await app.offline();
  await app.relaunch({ path: 'pages/pioneer/card/index' });
  await app.waitForText(/现在没有网络，这是今天 8:30 存下的/);
  await app.waitForText(/本期 \d+ 分/);
});
