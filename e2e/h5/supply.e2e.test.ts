import { openStage, type Stage } from './stage';
import { pc, type Visitor } from './visitor';

jest.setTimeout(240_000);

describe('the supply rota, from the weeks that are laid to a piece that is handed in', () => {
  let stage: Stage;
  let officer: Visitor;
  let secretary: Visitor;
  beforeAll(async () => {
    stage = await openStage();
    officer = await stage.arrive({ viewport: pc });
    secretary = await stage.arrive();
  });
  afterAll(() => stage.close());

  /** The card of a week. */
  const week = (visitor: Visitor, name: string) =>
    visitor.page.locator('section').filter({ has: visitor.page.getByRole('heading', { name }) });
  const NEXT = '第49周（11月30日–12月4日）';
  const AFTER = '第50周（12月7日–11日）';
  const LAID = '第4周（1月25日–29日）';

  test('the publicity officer lays a week and gives it to another branch', async () => {
    await officer.stepInto('叶知秋');
    await officer.goToDesk();
    await officer.desk('轮值供稿');
    await officer.sees(/库存 \d+ 个工作日/);
    await officer.field('从哪一周排起').selectOption({ label: LAID });
    await officer.field('排几周').selectOption({ label: '1 周' });
    await officer.choose('乡镇所联合党支部', 'checkbox');
    await officer.press('排上');
    await week(officer, LAID).getByText('乡镇所联合党支部').waitFor();
    await officer.press(`改由别处供稿，${LAID}`);
    await officer.field('改由哪里供稿').selectOption({ label: '机关第二党支部' });
    await officer.press('改好了');
    await week(officer, LAID).getByText('机关第二党支部').waitFor();
  });

  test('the secretary of a branch is asked for a swap and agrees; the weeks have changed hands', async () => {
    await secretary.stepInto('禾书远');
    await secretary.goToDesk();
    await secretary.press('轮值供稿', { isPart: true });
    await week(secretary, NEXT).getByText('机关第二党支部').waitFor();
    await secretary.press('同意换');
    await week(secretary, NEXT).getByText('综合执法党支部').waitFor();
    await week(secretary, AFTER).getByText('轮到这里').waitFor();
  });

  test('asks for a swap himself, and takes the question back', async () => {
    await secretary.press(`和别处换，${AFTER}`);
    await secretary.field('和哪一周换').selectOption({ label: `${NEXT} 综合执法党支部` });
    await secretary.press('问一问');
    await secretary.sees('正在问综合执法党支部换不换，有了答复会告诉您');
    await secretary.press('不换了，收回');
    await secretary.misses(/正在问/);
  });

  test('writes for the week and hands in; the committee’s officer finds the piece beside the week', async () => {
    await secretary.press(`写一篇，${AFTER}`);
    await secretary.sees(`机关第二党支部为${AFTER}写的一篇，由演示局机关党委审核和安排`);
    await secretary.write('标题', '演示：超市的电子价签');
    await secretary.write('主题', '价格');
    await secretary.page
      .getByRole('textbox', { name: /^正文/ })
      .first()
      .fill('赵大姐在超市看见价签上写着九元九角。');
    await secretary.write('来源名称', '演示来源');
    await secretary.press('提交审核');
    await week(secretary, AFTER).getByText('等审核').waitFor();
    await officer.page.reload();
    await officer.press('演示：超市的电子价签', { isPart: true, among: week(officer, AFTER) });
    await officer.sees('审核意见');
  });
});
