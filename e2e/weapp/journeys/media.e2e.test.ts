import { inTenant } from '../../../cloud/database/tenantTransaction';
import { jpegWithPlace, mp3Of } from '../../../cloud/testing/media';
import type { TestPersonName } from '../../../cloud/testing/people';
import type { MiniProgram } from '../miniProgram';
import { realCloud } from './realCloud';
import { serveFiles } from './serveFiles';
import { openPhoneBureau, type PhoneBureau, testAppid } from './testBureau';

jest.setTimeout(240_000);

let bureau: PhoneBureau;

beforeAll(async () => {
  bureau = await openPhoneBureau();
});
afterEach(() => bureau.phones.close());
afterAll(() => bureau.close());

const title = '三分钟讲清处方核对';
const whatIsSaid = '大家好，今天讲三次核对。';

/** The phone of somebody, whose files travel to and from a server of one's own. */
function phoneOf(person: TestPersonName): Promise<MiniProgram> {
  const { request } = realCloud(bureau.world.dispatch, { appid: testAppid, openid: person });
  return bureau.phoneOf(person, {
    hasAgreedToPrivacy: true,
    request: serveFiles({ db: bureau.world.database.db, ports: bureau.world.ports }, request),
  });
}

test('a colleague records a micro-lecture on the phone, hears it, adds a picture, and hands it in', async () => {
  const { world } = bureau;
  const author = await phoneOf('publicityOfficer');
  await author.switchTab('支部');
  await author.tap('工作台');
  await author.tap(/^晨学稿件/);
  await author.waitForText('写一篇');
  await author.tap('写一篇');
  await author.waitForText('提交审核');
  await author.input('标题', title);
  await author.input(/^主题/, '药品');
  await author.input('来源名称', '中华人民共和国药品管理法');

  // First the microphone is refused: the way to it is said, nothing is lost.
  await author.tap('录一段话');
  await author.waitForText('没有用上话筒');
  author.willSay(mp3Of(12), 12);
  await author.tap('录一段话');
  await author.waitForText('正在录音，最长 180 秒');
  await author.tap('说完了，停下');
  await author.waitForText('0:00 / 0:12');
  await author.tap('用这一段');
  await author.waitForText('录音 12 秒，最多 180 秒');
  await author.input('录音里说的话', whatIsSaid);

  // A chooser closed again changes nothing; then a picture with its line.
  await author.tap('加一张图片');
  author.willChoose('IMG_0001.jpg', jpegWithPlace(6));
  await author.tap('加一张图片');
  await author.waitForText('图上是什么');
  await author.input('图上是什么', '药师在柜台');
  await author.tap('提交审核');
  await author.waitForPage('pages/desk/pieces/index');

  const { files } = await inTenant(world.database.owner.db, world.tenantId, async (trx) => ({
    files: await trx
      .selectFrom('file')
      .select(['purpose', 'seconds', 'width', 'height', 'form'])
      .orderBy('purpose')
      .execute(),
  }));
  expect(files).toEqual([
    { purpose: 'pieceAudio', seconds: 12, width: null, height: null, form: 'clean' },
    { purpose: 'piecePicture', seconds: null, width: 8, height: 16, form: 'clean' },
  ]);
});

test('a member hears it with a locked screen, and without network from what the phone kept', async () => {
  const { world } = bureau;
  const { id, version } = await bureau.look((trx) =>
    trx.selectFrom('piece').select(['id', 'version']).where('title', '=', title).executeTakeFirstOrThrow(),
  );
  await world.ok('secretary', 'study.review', {
    pieceId: id,
    version,
    decision: 'approve',
    note: '',
    publishOn: '2026-11-24',
  });
  world.clock.set('2026-11-24T00:30:00.000Z');

  const reader = await phoneOf('member');
  await reader.waitForText(title);
  await reader.waitForText(whatIsSaid);
  await reader.waitForText('0:00 / 0:12');
  // Nothing plays by itself.
  expect(reader.sound()).toMatchObject({ src: '', isOn: false });
  await reader.tap(/^播放/);
  await reader.waitFor(() => reader.sound().isOn, 'the sound');
  expect(reader.sound()).toMatchObject({ title, src: expect.stringMatching(/\/files\/.+ticket=/) });
  await reader.hear(5);
  await reader.waitForText('0:05 / 0:12');
  // Into the pocket, held by the button of the locked screen, and out again.
  await reader.toBackground();
  await reader.hear(2);
  await reader.holdSound();
  await reader.toForeground();
  await reader.waitForText('0:07 / 0:12');
  await reader.tap('退 10 秒');
  await reader.waitForText('0:00 / 0:12');

  // In the tunnel: killed, opened again, and heard from the phone's own copy.
  await reader.waitFor(
    () => Object.keys(reader.storage()).filter((key) => key.includes(':media.')).length === 2,
    'the kept picture and recording',
  );
  await reader.offline();
  await reader.relaunch();
  await reader.waitForText(whatIsSaid);
  await reader.tap(/^播放/);
  await reader.waitFor(() => reader.sound().src.startsWith('http://usr/'), 'the kept recording');

  // What was heard is nowhere: no call says so.
  expect(reader.calls.filter(({ name }) => /sound|audio|heard|listen/i.test(name))).toEqual([]);
});
