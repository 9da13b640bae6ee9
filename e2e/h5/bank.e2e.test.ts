import { openStage, type Stage } from './stage';
import { pc, type Visitor } from './visitor';

jest.setTimeout(240_000);

/** As people keep a bank: numbers, options, answers below; one question without its answer. */
const bank = `一、单选题
1. 演示题：七天无理由退货从哪天算起？
A. 下单那天
B. 签收商品的次日
C. 付款那天
D. 发货那天
答案：B
2. 演示题：下列哪一种商品可以不适用七天无理由退货？
A. 没拆封的水杯
B. 按尺寸定做的窗帘
C. 没穿过的运动鞋
D. 没用过的台灯
3. 演示题：投诉举报平台的电话是哪一个？
A. 12315
B. 12345
C. 12366
D. 12333
答案：A
二、填空题
1. 演示题：投诉举报平台的全国统一电话是（ ）。
答案：12315
`;
const topic = '演示消费题';

let stage: Stage;
let keeper: Visitor;
beforeAll(async () => {
  stage = await openStage();
  keeper = await stage.arrive({ viewport: pc });
  await keeper.stepInto('禾书远');
});
afterAll(() => stage.close());

test('a file becomes a preview, the question without its answer first', async () => {
  await keeper.goToDesk();
  await keeper.press('导入题库', { isPart: true });
  // The demo's own preview waits first.
  await keeper.press('先放着，以后接着看');
  const chooser = keeper.page.waitForEvent('filechooser');
  await keeper.press('选文件');
  await (await chooser).setFiles({ name: '消费题.txt', mimeType: 'text/plain', buffer: Buffer.from(bank) });
  await keeper.sees('消费题.txt');
  await keeper.write('专题', topic);
  await keeper.press('读这 1 个文件');
  await keeper.sees('3 题可以导入，1 题不清楚，请您看一眼');
  await keeper.sees('没有找到答案');
});

test('a closed page goes on where it was', async () => {
  await keeper.page.reload();
  await keeper.sees('3 题可以导入，1 题不清楚，请您看一眼');
});

test('the missing key is tapped, and all four come into the bank as drafts', async () => {
  await keeper.sees('点一下正确的那一项，作为答案');
  await keeper.choose(/按尺寸定做的窗帘/);
  await keeper.press('改好了，导入这一题');
  await keeper.sees('4 题可以导入');
  await keeper.press('导入 4 题');
  await keeper.sees(/另一位同志审核以后才会问到大家/);
  await keeper.press('导入', { among: keeper.page.getByRole('dialog') });
  await keeper.sees('4 题进了题库，等另一位同志审核');
  await keeper.press('看题库');
  await keeper.sees('演示题：投诉举报平台的电话是哪一个？');
});

test('who has brought them in does not review them; a second person does', async () => {
  await keeper.press(/^审核/);
  await keeper.sees('都是您写的，由另一位同志审核');
  const reviewer = await stage.arrive();
  await reviewer.stepInto('安如山');
  await reviewer.open('/pages/bank/review/index');
  await reviewer.press('开始审核：消费题.txt');
  for (const judged of [1, 2, 3, 4]) {
    await reviewer.press('通过');
    await reviewer.sees(`看了 ${judged} 题`);
  }
  await reviewer.press('结束审核');
  await reviewer.press('结束审核', { among: reviewer.page.getByRole('dialog') });
  await reviewer.sees('逐题通过 4 题');
});

test('a member is asked them: the key that was tapped counts, and what is written survives a reload', async () => {
  const member = await stage.arrive();
  await member.stepInto('江晨');
  await member.open('/pages/practice/topics/index');
  await member.press(topic, { isPart: true });
  await member.press(/^(开始答|开始答题|开始)$/);
  const met: string[] = [];
  for (const number of [1, 2, 3, 4]) {
    await member.sees(`第 ${number} 题，共 4 题`);
    const stem = await member.page.getByRole('heading', { level: 3 }).filter({ visible: true }).innerText();
    if (stem.includes('全国统一电话')) {
      met.push('a blank');
      await member.write('填在这里', '12315');
      // A phone call, and the system has closed the page.
      await member.page.reload();
      await member.sees(`第 ${number} 题，共 4 题`);
      expect(await member.field('填在这里').inputValue()).toBe('12315');
    } else if (stem.includes('下列哪一种商品')) {
      met.push('the tapped key');
      await member.choose(/按尺寸定做的窗帘/);
    } else await member.answers().first().click();
    await member.press('提交');
    const verdict = await (await member.sees(/^(答对了|这题再看看)$/)).innerText();
    if (stem.includes('全国统一电话') || stem.includes('下列哪一种商品')) expect(verdict).toBe('答对了');
    await member.press(/^(下一题|看小结)$/);
  }
  expect(met.sort()).toEqual(['a blank', 'the tapped key']);
});

test('what somebody has answered cannot be taken back as a whole', async () => {
  await keeper.open('/pages/bank/import/index');
  await keeper.press('先放着，以后接着看');
  await keeper.press('消费题.txt', { isPart: true });
  await keeper.sees('已经有人答过或用过，不能整批撤回了。不要的题可以逐题停用');
});
