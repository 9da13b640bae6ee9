import { openStage, type Stage } from './stage';
import type { Visitor } from './visitor';

jest.setTimeout(120_000);

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
  let stage: Stage;
  let member: Visitor;
  let title = '';
  beforeAll(async () => {
    stage = await openStage();
    member = await stage.arrive();
    await member.stepInto('江晨');
    title = await member.page.getByRole('heading', { level: 2 }).first().innerText();
    await member.press('可补读', { isPart: true });
    await member.sees('可以补读的篇目').catch(() => undefined);
    await member.shellIsKept();
  });
  afterAll(() => stage.close());

  test('a reload shows the kept piece and says so', async () => {
    await member.losesNetwork();
    await member.open();
    await member.sees(title);
    await member.sees(/现在没有网络/);
  });
});
