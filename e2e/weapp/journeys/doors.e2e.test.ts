import type { Caller } from '../../../cloud/operation';
import { drainOutbox } from '../../../cloud/outbox/drainOutbox';
import { outboxHandlers } from '../../../cloud/outbox/handlers';
import type { LocalWeixin } from '../../../cloud/ports/weixinLocal';
import { addPiece } from '../../../cloud/testing/pieces';
import type { Output } from '../../../src/contract/operations';
import { openPhoneBureau, type PhoneBureau } from './testBureau';

jest.setTimeout(240_000);

let bureau: PhoneBureau;

beforeAll(async () => {
  bureau = await openPhoneBureau();
  await addPiece(bureau.world, { publishOn: '2026-11-23', title: '秤准不准，看检定' });
});
afterEach(() => bureau.phones.close());
afterAll(() => bureau.close());

test('a phone number that WeChat has verified opens the door of the one member who has it, and a no asks nothing more', async () => {
  const { world } = bureau;
  await world.database.db
    .insertInto('gate.mobile')
    .values({
      blind_index: world.ports.keyring.mac('blindIndex', '13800000001').toString('base64url'),
      tenant_id: world.tenantId,
      member_id: world.members.probationary,
    })
    .execute();
  const app = await bureau.phones.start('newcomer');
  await app.waitForText('用手机号启用');
  expect(app.text().indexOf('扫激活卡')).toBeLessThan(app.text().indexOf('用手机号启用'));
  await app.tap('用手机号启用');
  expect(app.calls.some(({ name }) => name.endsWith('activateByPhone'))).toBe(false);

  app.willGivePhone('local:13800000099');
  await app.tap('用手机号启用');
  await app.waitForText('没能用手机号对上名册里的一位同志。请用激活卡');
  app.willGivePhone('local:13800000001');
  await app.tap('用手机号启用');
  await app.waitForText('这是您吗');
  await app.waitForText('新苗');
});

test('the phone lets a computer in: scanned, digits found among three, signed in', async () => {
  const { world } = bureau;
  const computer: Caller = { channel: 'h5', platform: null, sessionToken: null, address: '192.0.2.1' };
  const ask = async (operation: string, input: unknown) => {
    const { reply } = await world.dispatch({ operation, input, caller: computer });
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.data;
  };
  const begun = (await ask('identity.beginPairing', {
    browser: 'chrome',
    system: 'windows',
  })) as Output<'identity.beginPairing'>;

  const app = await bureau.phoneOf('member');
  await app.waitForText('江晨同志');
  await app.switchTab('我的');
  await app.tap(/^在电脑上使用/);
  await app.waitForText('扫电脑上的码');
  app.willScan('https://example.org/a-shop');
  await app.tap('扫电脑上的码');
  await app.waitForText('扫到的不是登录码');
  app.willScan(begun.text);
  await app.tap('扫电脑上的码');
  await app.waitForText('请看您面前的电脑屏幕');
  await app.waitForText('Windows 电脑上的 Chrome 浏览器');
  await app.tap(new RegExp(`${begun.digits}$`));
  await app.waitForText('好了，请看电脑');
  const collected = (await ask('identity.collectPairing', {
    secret: begun.secret,
  })) as Output<'identity.collectPairing'>;
  expect(collected).toMatchObject({ state: 'signedIn', me: { name: '江晨' } });
});

test('明天早上提醒我: WeChat asks in that tap, and sends one card the next morning', async () => {
  const { world } = bureau;
  const app = await bureau.phoneOf('secondMember');
  await app.waitForText('秤准不准，看检定');
  await app.tap('我学完了');
  await app.waitForText('今日已学');
  app.willSubscribe('accept');
  await app.waitForText('明天早上提醒我');
  await app.tap('明天早上提醒我');
  await app.waitForText('好的，明天早上在微信里提醒您一次');

  const { sent } = world.ports.weixin as LocalWeixin;
  const drain = () =>
    drainOutbox(world.database.db, world.ports, outboxHandlers, { tenantIds: [world.tenantId], limit: 100 });
  await drain();
  expect(sent).toHaveLength(0);
  world.clock.set('2026-11-23T23:30:00.000Z');
  await drain();
  expect(sent).toMatchObject([{ openid: 'secondMember', templateId: 'local-study' }]);
});
