import type { Page } from 'playwright-core';
import { lookBehind } from './lookBehind';
import { openStage, type Stage } from './stage';
import type { Visitor } from './visitor';

jest.setTimeout(240_000);

describe('a study task from the secretary’s four taps to the committee’s page', () => {
  let stage: Stage;
  let secretary: Visitor;
  let title = '';
  beforeAll(async () => {
    stage = await openStage();
    secretary = await stage.arrive();
  });
  afterAll(() => stage.close());

  test('the secretary publishes from a piece in four taps', async () => {
    await secretary.stepInto('禾书远');
    await secretary.press('可补读', { isPart: true });
    // Not the newest: that one is the demo's own open task.
    const row = secretary.page.getByRole('list', { name: '可以补读的篇目' }).getByRole('button').nth(2);
    [title = ''] = (await row.innerText()).split('\n');
    await row.click();
    await secretary.sees('核对日期：待核对');

    const taps = await countTaps(secretary.page);
    await secretary.press('转成学习任务', { isPart: true });
    await secretary.choose(/^机关第二党支部$/);
    await secretary.choose('11月27日 星期五');
    await secretary.press('发布');
    await secretary.sees('还没学的同志（只有您能看到）');
    expect(await taps()).toBe(4);
    await secretary.sees('江晨');
    await secretary.sees(title);
  });

  /** The member's own stamps on the piece. */
  const stamps = () =>
    lookBehind(stage.server, (db) =>
      db
        .selectFrom('study_mark as mark')
        .innerJoin('piece', 'piece.id', 'mark.piece_id')
        .innerJoin('gate.login as login', 'login.member_id', 'mark.member_id')
        .select('mark.day')
        .where('piece.title', '=', title)
        .where('login.login_name', '=', 'd0000001')
        .execute(),
    );

  test('the member finds it on 晨学, reads it and gives it in', async () => {
    const member = await stage.arrive();
    await member.stepInto('江晨');
    const list = member.page.getByRole('list', { name: '要学的' });
    await member.press(title, { isPart: true, among: list });
    await member.sees('支部书记能看到您完成了这一项');
    // Whoever has stamped the piece before gives it in with one tap as well; only the words differ.
    const before = await stamps();
    await member.press(/^(我学完了，完成这项任务|已经学过了，交上去)$/);
    await member.sees('您已经完成这一项');
    await member.press('返回');
    await list.getByText(title).waitFor({ state: 'detached' });
    // The private stamp is another thing: none was made on the way, and none was taken.
    expect(await stamps()).toEqual(before);
  });

  test('the secretary sees the name move over, records make-up, and has a text without names', async () => {
    await secretary.page.reload();
    const done = secretary.page.getByRole('list', { name: '学完的同志' });
    await done.getByText('江晨').waitFor();
    const open = secretary.page.getByRole('list', { name: '还没学的同志' });
    const first = open.getByRole('button').first();
    const name = await first.innerText();
    await first.click();
    await secretary.press('已当面补学');
    await done.getByText(name).waitFor();
    await secretary.press('提醒这几位同志');
    await secretary.sees('今天已经提醒过还没学的同志');
    await secretary.press('复制发到支部群的话');
    const said = await secretary.sees(/请大家在11月27日（周五）前看一看/);
    expect(await said.innerText()).not.toContain(name);
  });

  test('who is done is not reminded', async () => {
    const member = await stage.arrive();
    await member.open();
    await member.stepInto('江晨');
    // Done: not reminded.
    await member.tab('我的');
    await member.press('通知', { isPart: true });
    await member.page.getByRole('list', { name: '通知' }).filter({ visible: true }).waitFor();
    expect(await member.reads()).not.toContain(`《${title}》，约`);
  });

  test('the committee sees branches as met or not met, and no name', async () => {
    const officer = await stage.arrive({ viewport: { width: 1280, height: 800 } });
    await officer.stepInto('安如山');
    await officer.goToDesk();
    await officer.desk('学习任务');
    await officer.press(title, { isPart: true });
    const branches = officer.page.getByRole('list', { name: '各支部' });
    await branches.getByText('进行中').waitFor();
    expect(await officer.reads()).not.toContain('江晨');
    await officer.press('返回');
    await officer.press('演示局机关党委', { isPart: true });
    await branches.getByText('还没有达到').first().waitFor();
    await branches.getByText('达到', { exact: true }).first().waitFor();
    expect(await officer.reads()).not.toMatch(/\d+ ?人/);
  });
});

/** Counts the taps on the page from here on, as the browser sees them. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { taps: number };
    counted.taps = 0;
    window.addEventListener(
      'click',
      () => {
        counted.taps += 1;
      },
      true,
    );
  });
  return () => page.evaluate(() => (window as unknown as { taps: number }).taps);
}
