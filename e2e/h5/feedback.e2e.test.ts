import { openStage, type Stage } from './stage';
import { pc, type Visitor } from './visitor';

jest.setTimeout(240_000);

const signed = '会议室的灯太暗，看材料费眼睛。';
const unsigned = '能不能少填两张表。';

let stage: Stage;
let member: Visitor;
let officer: Visitor;
beforeAll(async () => {
  stage = await openStage();
  member = await stage.arrive();
  officer = await stage.arrive({ viewport: pc });
  await Promise.all([member.stepInto('江晨'), officer.stepInto('安如山')]);
});
afterAll(() => stage.close());

test('a member writes once with the name and once without', async () => {
  await member.tab('我的');
  await member.press('投诉建议', { isPart: true });
  await member.write('您要说的事', signed);
  await member.press('送出');
  await member.sees('已交给负责的同志');
  await member.write('您要说的事', unsigned);
  await member.choose('不署名');
  await member.sees(/系统里不记您是谁/);
  await member.press('送出');
  await member.sees('已送出，没有记您的名字');
  await member.sees(/^编号 [0-9a-f-]{36}$/);
});

test('whoever answers sees a name only where it was given', async () => {
  await officer.goToDesk();
  await officer.desk('投诉建议');
  for (const [letter, sender, answer] of [
    [signed, '江晨', '下周换灯。'],
    [unsigned, '没有署名', '两张表已合成一张。'],
  ] as const) {
    const card = officer.page.locator('section').filter({ hasText: letter });
    expect(await card.innerText()).toContain(sender);
    if (sender === '没有署名') expect(await card.innerText()).not.toContain('江晨');
    await officer.press('写答复', { among: card });
    await card.getByLabel('答复', { exact: true }).fill(answer);
    await officer.press('送出答复', { among: card });
    await officer.sees(`答复（今天）：${answer}`);
  }
});

test('both answers reach the member', async () => {
  await member.page.reload();
  await member.sees('下周换灯。');
  await member.sees('两张表已合成一张。');
});

test('anybody may read why there is no ranking', async () => {
  const stranger = await stage.arrive();
  await stranger.open();
  await stranger.press('为什么没有排名');
  await stranger.page.getByRole('heading', { level: 1, name: '为什么没有排名' }).waitFor();
  expect((await stranger.reads()).length).toBeGreaterThan(200);
});
