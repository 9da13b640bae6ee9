import { openPhoneBureau, type PhoneBureau } from './testBureau';

jest.setTimeout(240_000);

let bureau: PhoneBureau;

beforeAll(async () => {
  bureau = await openPhoneBureau();
});
afterEach(() => bureau.phones.close());
afterAll(() => bureau.close());

const words = '开会的通知能不能避开接孩子的时间。';

test('a suggestion without a name keeps its ticket over the app’s end and finds its answer', async () => {
  const { world } = bureau;
  const app = await bureau.phoneOf('member');
  await app.switchTab('我的');
  await app.tap(/^投诉建议/);
  await app.waitForText('您要说的事');
  await app.input('您要说的事', words);
  await app.tap('不署名');
  await app.waitForText('系统里不记您是谁');
  await app.tap('送出');
  await app.waitForText(/编号 [0-9a-f-]{36}/);
  const ticket = /编号 ([0-9a-f-]{36})/.exec(app.text())?.[1] ?? '';
  await app.waitForText('等答复');

  // Nothing in the database says who or at what hour: not the row, no audit, no receipt.
  const stored = await bureau.look((trx) =>
    trx.selectFrom('feedback').select(['id', 'member_id', 'sent_on']).execute(),
  );
  expect(stored).toEqual([{ id: ticket, member_id: null, sent_on: '2026-11-23' }]);
  const traces = await bureau.look(async (trx) => [
    ...(await trx
      .selectFrom('audit_row')
      .select('id')
      .where('actor_id', '=', world.members.member)
      .execute()),
    ...(await trx.selectFrom('receipt').select('mutation_id').execute()),
    ...(await trx.selectFrom('outbox').select('id').execute()),
  ]);
  expect(traces).toEqual([]);

  const officer = await bureau.phoneOf('committeeOfficer', { path: 'pages/desk/feedback-inbox/index' });
  await officer.waitForText(words);
  expect(officer.text()).not.toContain('江晨');
  const { feedback } = await world.ok('committeeOfficer', 'feedback.inbox', {});
  const [item] = feedback;
  if (!item) throw new Error('the inbox is empty');
  await world.ok('committeeOfficer', 'feedback.reply', {
    feedbackId: ticket,
    version: item.version,
    answer: '以后的通知里请各支部先问过大家的时间。',
  });

  await app.relaunch({ path: 'pages/settings/feedback/index' });
  await app.waitForText('以后的通知里请各支部先问过大家的时间。');
  await app.waitForText('已答复');
  await app.waitForText(words);

  // On another phone of the same person nothing shows it; the ticket written down does.
  const other = await bureau.phoneOf('member', { path: 'pages/settings/feedback/index' });
  await other.waitForText('这台设备里没有存着编号');
  await other.input('编号', ` ${ticket.toUpperCase()} `);
  await other.tap('查答复');
  await other.waitForText('以后的通知里请各支部先问过大家的时间。');
});
