import { lookBehind } from './lookBehind';
import { openStage, type Stage } from './stage';
import { pc, phone, type Visitor } from './visitor';

jest.setTimeout(240_000);

const title = '公章使用规定（演示）';
/** Ten articles of some 170 characters: two pieces. */
const rule = Array.from(
  { length: 10 },
  (_, at) =>
    `第${at + 1}条 用章之前先看清楚文件写的是什么事，由谁负责，给谁看。${'看不明白的地方当面问明白，问过的话记在登记本上。'.repeat(6)}`,
).join('\n\n');

let stage: Stage;
let writer: Visitor;
let reviewer: Visitor;
let member: Visitor;
beforeAll(async () => {
  stage = await openStage();
  writer = await stage.arrive({ viewport: pc });
  reviewer = await stage.arrive({ viewport: phone });
  member = await stage.arrive({ viewport: phone });
  await Promise.all([writer.stepInto('叶知秋'), reviewer.stepInto('安如山'), member.stepInto('江晨')]);
});
afterAll(() => stage.close());

test('a long rule is pasted and cut; the days are seen, and it is handed in', async () => {
  await writer.goToDesk();
  await writer.desk('晨学稿件');
  await writer.press('长文切成系列');
  await writer.press('切成三分钟一篇');
  await writer.sees('请写来源的名称，读的人要知道依据什么');
  await writer.write('系列的名字', title);
  await writer.write('主题', '办公');
  await writer.write('来源名称', title);
  await writer.write('粘贴全文', rule);
  await writer.press('切成三分钟一篇');
  await writer.sees(/^2\. 公章使用规定/);
  await writer.press('看文字，改边界，第 2 篇');
  await writer.press('收起');
  await writer.press('看看排在哪些天');
  await writer.sees(/^2 篇，/);
  await writer.press('提交审核');
  await writer.sees('自己写的要请另一位同志审核');
});

test('the second person comes by the notice, on a phone, and approves all of it at once', async () => {
  await reviewer.open('/pages/settings/inbox/index');
  await reviewer.press(`系列《${title}》（2 篇）等您审核`, { isPart: true });
  await reviewer.sees('审核整个系列');
  await reviewer.press('整个系列通过');
  await reviewer.sees('没发的换日子');
});

test('a member reads the first piece on its day, and knows how many there are', async () => {
  // The first free working day lies three weeks ahead in the demo: here that morning comes at once.
  const pieceId = await lookBehind(stage.server, async (db) => {
    const first = await db
      .updateTable('piece')
      .set({ publish_on: '2026-11-22', publish_at: new Date('2026-11-21T23:30:00Z') })
      .where('position', '=', 1)
      .where('title', 'like', `${title}%`)
      .returning('id')
      .executeTakeFirstOrThrow();
    return first.id;
  });
  await member.open(`/pages/study/piece/index?pieceId=${pieceId}`);
  await member.sees('第 1 篇，共 2 篇');
  await member.sees(/第1条至第\d条/);
  await member.press('看全部');
  await member.sees('已发 1 篇，其余按日子发');
});
