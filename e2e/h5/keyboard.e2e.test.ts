import { openStage, type Stage } from './stage';
import { pc, type Visitor } from './visitor';

jest.setTimeout(240_000);

/** More stops than any page of the desk has. */
const MOST_STOPS = 80;

let stage: Stage;
let writer: Visitor;
beforeAll(async () => {
  stage = await openStage();
  writer = await stage.arrive({ viewport: pc });
});
afterAll(() => stage.close());

/** What has the focus: its name for a screen reader, and whether one can see that it has it. */
async function focused(): Promise<{ name: string; isVisible: boolean }> {
  return writer.page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return { name: '', isVisible: true };
    const labels = 'labels' in at ? [...((at as HTMLInputElement).labels ?? [])] : [];
    const name = at.ariaLabel ?? labels[0]?.innerText ?? at.innerText;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
    const isVisible = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    return { name: name.trim(), isVisible };
  });
}

/** Presses Tab until what begins with `name` has the focus; every stop on the way must show that it has it. */
async function tabTo(name: string): Promise<void> {
  const stops: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await writer.page.keyboard.press('Tab');
    const at = await focused();
    if (!at.isVisible) throw new Error(`nobody sees that “${at.name}” has the focus`);
    if (at.name.startsWith(name)) return;
    stops.push(at.name);
  }
  throw new Error(`Tab does not reach “${name}”, only: ${stops.join(' | ')}`);
}

async function enter(name: string): Promise<void> {
  await tabTo(name);
  await writer.page.keyboard.press('Enter');
}

async function write(label: string, text: string): Promise<void> {
  await tabTo(label);
  await writer.page.keyboard.type(text);
}

test('a piece is written and handed in without a mouse, and one always sees where one is', async () => {
  await writer.open();
  await writer.sees('用叶知秋的身份看看');
  await enter('用叶知秋的身份看看');
  await writer.sees('叶知秋同志');
  await enter('我的');
  await writer.sees('工作台');
  await enter('工作台');
  await writer.sees('看稿件和排期');
  await enter('写一篇');
  await writer.sees('大家会看到这样的一页');
  await write('标题', '不用鼠标写的一篇');
  await write('主题', '练习');
  await write('正文', '第一段。');
  await write('来源名称', '演示办法');
  await tabTo('版本日期');
  // Year, month and day in whatever order this browser asks for them.
  for (const key of ['ArrowUp', 'ArrowRight', 'ArrowUp', 'ArrowRight', 'ArrowUp'])
    await writer.page.keyboard.press(key);
  expect(await writer.field('版本日期').inputValue()).toMatch(/^\d{4}-01-01$/);
  await enter('提交审核');
  await writer.button('不用鼠标写的一篇', { isPart: true }).waitFor();
});

test('a dialog holds the focus, closes on Escape and gives the focus back', async () => {
  await writer.open();
  await enter('这一篇有问题？');
  await writer.sees('哪里不对');
  for (let stop = 0; stop < 6; stop += 1) {
    await writer.page.keyboard.press('Tab');
    expect(await writer.page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(
      true,
    );
  }
  await writer.page.keyboard.press('Escape');
  await writer.page.locator('[role=dialog]').waitFor({ state: 'detached' });
  expect((await focused()).name).toBe('这一篇有问题？');
});
