import { openStage, type Stage } from './stage';
import { pc, type Visitor } from './visitor';

jest.setTimeout(240_000);

describe('the micro-lecture rota, from a turn that is laid to one that has changed hands', () => {
  let stage: Stage;
  let secretary: Visitor;
  let member: Visitor;
  beforeAll(async () => {
    stage = await openStage();
    secretary = await stage.arrive({ viewport: pc });
    member = await stage.arrive();
  });
  afterAll(() => stage.close());

  /** The card of a day. */
  const turnOn = (visitor: Visitor, day: string) =>
    visitor.page.locator('section').filter({ has: visitor.page.getByRole('heading', { name: day }) });

  test('the secretary finds it in the desk’s navigation and lays a turn for himself', async () => {
    await secretary.stepInto('禾书远');
    await secretary.goToDesk();
    await secretary.desk('微党课');
    await secretary.field('请谁来讲').selectOption({ label: '禾书远' });
    await secretary.write('哪一天', '2026-12-09');
    await secretary.write('讲什么（可以先不写）', '一份食品标签怎么看');
    await secretary.press('排上');
    await turnOn(secretary, '12月9日 星期三').getByText('讲：一份食品标签怎么看').waitFor();
  });

  test('asks a colleague to swap; nothing changes before the answer', async () => {
    const own = turnOn(secretary, '12月9日 星期三');
    await secretary.press('和别的同志换', { among: own });
    await secretary.field('和哪一讲换').selectOption({ label: '11月30日 星期一 江晨' });
    await secretary.press('问一问');
    await own.getByText('正在问江晨换不换，有了答复会告诉您').waitFor();
    await turnOn(secretary, '11月30日 星期一').getByText('江晨').waitFor();
  });

  test('the colleague agrees, and both see it changed', async () => {
    await member.stepInto('江晨');
    await member.tab('支部');
    await member.press('微党课轮值', { isPart: true });
    const question = member.page
      .locator('section')
      .filter({ has: member.page.getByRole('heading', { name: '禾书远想和您换微党课' }) });
    await member.press('同意换', { among: question });
    await turnOn(member, '12月9日 星期三').getByText('您来讲').waitFor();
    await secretary.page.reload();
    await turnOn(secretary, '11月30日 星期一').getByText('讲：一份食品标签怎么看').waitFor();
    await turnOn(secretary, '12月9日 星期三').getByText('江晨').waitFor();
  });

  test('the secretary changes a turn, and takes one away', async () => {
    const turn = turnOn(secretary, '12月9日 星期三');
    await secretary.press('改这一讲', { among: turn });
    await turn.getByLabel('哪一天', { exact: true }).fill('2026-12-10');
    await secretary.press('改好了');
    const moved = turnOn(secretary, '12月10日 星期四');
    await moved.getByText('江晨').waitFor();
    await secretary.press('取消这一讲', { among: moved });
    await secretary.press('取消这一讲', { among: secretary.page.getByRole('dialog') });
    await moved.waitFor({ state: 'detached' });
  });
});
