import { lookBehind } from './lookBehind';
import { openStage, type Stage } from './stage';
import type { Visitor } from './visitor';

jest.setTimeout(240_000);

const mornings = [
  {
    name: 'holidays are known',
    start: '2026-11-23T00:30:00.000Z',
    today: '11月23日 星期一',
    spoken: '11月23日，今天，已学',
    isKnown: true,
  },
  {
    name: 'a year without holiday data',
    start: '2027-03-01T00:30:00.000Z',
    today: '3月1日 星期一',
    spoken: '3月1日，今天，已学',
    isKnown: false,
  },
];

describe.each(mornings)('the morning of a member ($name)', ({ start, today, spoken, isKnown }) => {
  let stage: Stage;
  let member: Visitor;
  beforeAll(async () => {
    stage = await openStage({ start });
    member = await stage.arrive();
  });
  afterAll(() => stage.close());

  test('the entry page says who it is for; one step leads to the piece of the day', async () => {
    await member.open();
    await member.sees('给机关和基层党支部的同志');
    await member.stepInto('江晨');
    await member.sees('江晨同志，早上好');
    await member.sees(today);
    await member.sees(/约 \d 分钟 · \d{3} 字/);
    await member.sees('核对日期：待核对');
    expect((await member.reads()).includes('节假日安排尚未录入')).toBe(!isKnown);
  });

  test('one press on 我学完了 stamps it, and the private calendar shows the day', async () => {
    await member.press('我学完了');
    await member.sees('今日已学');
    await member.press('晨学日历', { isPart: true });
    await member.sees('日历只给自己看');
    await member.page.getByText(spoken).waitFor({ state: 'attached' });
    await member.press('返回');
  });

  test('three questions check what was read, and each says why', async () => {
    await member.press('做一做');
    for (const number of [1, 2, 3]) {
      await member.sees(`第 ${number} 题，共 3 题`);
      await member.answers().first().click();
      await member.press('看对不对');
      await member.sees(/^(答对了|这题再看看)$/);
      await member.press(number === 3 ? '看完了' : '下一题');
    }
    await member.sees('3 题都看过了');
  });
});

describe('a morning without network', () => {
  const waits = '现在没有网络。您学完的已存在手机里，连上网会自动补上';
  let stage: Stage;
  let member: Visitor;
  let title = '';
  let earlier = '';
  beforeAll(async () => {
    stage = await openStage();
    member = await stage.arrive();
    await member.stepInto('江晨');
    await member.press('可补读', { isPart: true });
    const row = member.page.getByRole('list', { name: '可以补读的篇目' }).getByRole('button').first();
    [earlier = ''] = (await row.innerText()).split('\n');
    await member.press('返回');
    await member.sees('江晨同志，早上好');
    title = await member.page.locator('header h2').filter({ visible: true }).innerText();
    await member.shellIsKept();
  });
  afterAll(() => stage.close());

  /** How often, and for which day, the earlier piece is marked as read. */
  const marks = () =>
    lookBehind(stage.server, (db) =>
      db
        .selectFrom('study_mark as mark')
        .innerJoin('piece', 'piece.id', 'mark.piece_id')
        .innerJoin('gate.login as login', 'login.member_id', 'mark.member_id')
        .select(['mark.day', 'piece.publish_on'])
        .where('piece.title', '=', earlier)
        .where('login.login_name', '=', 'd0000001')
        .execute(),
    );

  test('a reload shows the kept piece, and says so', async () => {
    await member.losesNetwork();
    await member.open();
    await member.sees(title);
    await member.sees(/现在没有网络/);
  });

  test('an earlier piece can be read and stamped; the stamp waits and says so', async () => {
    expect(await marks()).toEqual([]);
    await member.press('可补读', { isPart: true });
    const list = member.page.getByRole('list', { name: '可以补读的篇目' });
    await member.press(earlier, { isPart: true, among: list });
    await member.sees('核对日期：待核对');
    await member.press('我学完了');
    await member.sees(waits);
    expect(await marks()).toEqual([]);
  });

  test('with the network back it arrives by itself, once, on the day of the piece', async () => {
    await member.findsNetwork();
    await member.misses(waits);
    await member.page.reload();
    await member.sees('已学');
    const [mark, ...more] = await marks();
    expect(more).toEqual([]);
    expect(mark?.day).toBe(mark?.publish_on);
  });
});
