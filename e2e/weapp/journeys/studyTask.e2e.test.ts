import { addPiece } from '../../../cloud/testing/pieces';
import { openPhoneBureau, type PhoneBureau } from './testBureau';

jest.setTimeout(240_000);

const FINISH = '我学完了，完成这项任务';
const kept = '现在没有网络。您完成的已存在手机里，连上网会自动交上';

let bureau: PhoneBureau;
let taskId: string;

beforeAll(async () => {
  bureau = await openPhoneBureau();
  const pieceId = await addPiece(bureau.world, { publishOn: '2026-11-20', title: '要学的一篇' });
  ({ taskId } = await bureau.world.ok('secretary', 'task.publish', {
    target: { kind: 'piece', id: pieceId },
    organisationId: bureau.world.organisations.branch,
    dueOn: '2026-11-27',
    selfCheck: false,
  }));
});
afterEach(() => bureau.phones.close());
afterAll(() => bureau.close());

const doneOf = (person: 'member' | 'secondMember') =>
  bureau.look((trx) =>
    trx
      .selectFrom('task_done')
      .select('how')
      .where('member_id', '=', bureau.world.members[person])
      .where('task_id', '=', taskId)
      .execute(),
  );

test('a task found on 晨学 is read and given in with one tap', async () => {
  const app = await bureau.phoneOf('secondMember');
  await app.waitForText('请您学 · 11月27日前 · 约 1 分钟');
  await app.tap(/^要学的一篇.*请您学/);
  await app.waitForText('支部书记能看到您完成了这一项');
  await app.waitForPage('pages/study/task/index');
  await app.waitForText('王阿姨拿着处方去药店买药。');
  await app.tap(FINISH);
  await app.waitForText('您已经完成这一项');
  expect(await doneOf('secondMember')).toEqual([{ how: 'own' }]);
});

test('given in without network it outlives the app, and arrives once', async () => {
  const app = await bureau.phoneOf('member');
  await app.waitForText('请您学 · 11月27日前 · 约 1 分钟');
  await app.tap(/^要学的一篇.*请您学/);
  await app.waitForText(FINISH);
  await app.offline();
  await app.tap(FINISH);
  await app.waitForText(kept);
  expect(await doneOf('member')).toEqual([]);

  // Killed in the tunnel: it is not on the list any more, and not forgotten either.
  await app.relaunch();
  await app.waitForText('要学的一篇');
  expect(app.text()).not.toContain('请您学');
  await app.online();
  await app.waitFor(() => app.calls.some(({ name }) => name.endsWith('task.finish')), 'the tap on its way');
  await app.relaunch();
  await app.waitForText('要学的一篇');
  expect(app.text()).not.toContain('请您学');
  expect(await doneOf('member')).toEqual([{ how: 'own' }]);
});
