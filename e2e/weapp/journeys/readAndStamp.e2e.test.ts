import { addPiece } from '../../../cloud/testing/pieces';
import { openPhoneBureau, type PhoneBureau } from './testBureau';

jest.setTimeout(240_000);

const waitingWords = '现在没有网络。您学完的已存在手机里，连上网会自动补上';

let bureau: PhoneBureau;

beforeAll(async () => {
  bureau = await openPhoneBureau();
  await addPiece(bureau.world, { publishOn: '2026-11-20', title: '上周五的一篇' });
  await addPiece(bureau.world, { publishOn: '2026-11-23', title: '药店能不能换药' });
});
afterEach(() => bureau.phones.close());
afterAll(() => bureau.close());

async function marksOf(person: 'member' | 'secondMember'): Promise<{ day: string }[]> {
  return bureau.look((trx) =>
    trx
      .selectFrom('study_mark')
      .select('day')
      .where('member_id', '=', bureau.world.members[person])
      .execute(),
  );
}

test('a piece read on the way to work is stamped without network and arrives once', async () => {
  const app = await bureau.phoneOf('member');
  await app.waitForText('药店能不能换药');
  await app.waitForText('王阿姨拿着处方去药店买药。');

  await app.offline();
  await app.relaunch();
  await app.waitForText(/现在没有网络，这是今天 8:30 存下的/);
  await app.waitForText('王阿姨拿着处方去药店买药。');
  // An earlier piece, never opened on this phone, can be read in the tunnel too.
  await app.tap(/^上周五的一篇/);
  await app.waitForText('现在没有网络');
  await app.waitForPage('pages/study/piece/index');
  await app.waitForText('王阿姨拿着处方去药店买药。');
  await app.back();

  await app.tap('我学完了');
  await app.waitForText(waitingWords);
  await app.waitForText('今日已学');
  await app.relaunch();
  await app.waitForText(waitingWords);
  expect(await marksOf('member')).toEqual([]);

  await app.online();
  await app.waitForText('本月学了 1 篇，只给自己看');
  await app.waitForText('今日已学');
  expect(app.text()).not.toContain(waitingWords);
  expect(await marksOf('member')).toEqual([{ day: '2026-11-23' }]);

  // Killed once more: nothing is sent again, the stamp stands.
  await app.relaunch();
  await app.waitForText('今日已学');
  await app.waitForText('本月学了 1 篇');
  expect(await marksOf('member')).toHaveLength(1);
});

test('a stamp whose answer was lost on the line arrives once all the same', async () => {
  const app = await bureau.phoneOf('secondMember');
  await app.waitForText('我学完了');
  const cut = app.waitFor(
    () => app.calls.some(({ name }) => name.endsWith('study.mark')),
    'the stamp on its way',
  );
  const pressed = app.tap('我学完了');
  await cut;
  await app.offline();
  await pressed;
  await app.relaunch();
  await app.waitForText(/今日已学/);
  await app.online();
  await app.waitForText('本月学了 1 篇，只给自己看');
  expect(await marksOf('secondMember')).toEqual([{ day: '2026-11-23' }]);
});

test('a stamp pressed by mistake is taken back, and the day is free again', async () => {
  const app = await bureau.phoneOf('secondMember');
  await app.waitForText('点错了，撤回');
  await app.tap('点错了，撤回');
  await app.waitForText('我学完了');
  expect(await marksOf('secondMember')).toEqual([]);
});
