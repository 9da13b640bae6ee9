import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../../../cloud/server/createServer';
import { addPiece } from '../../../cloud/testing/pieces';
import type { HttpRequest, HttpResponse } from '../runtime/wx/networkApis';
import { openPhoneBureau, type PhoneBureau, testAppid } from './testBureau';

jest.setTimeout(240_000);

let bureau: PhoneBureau;
let server: FastifyInstance;
let base: string;

beforeAll(async () => {
  bureau = await openPhoneBureau();
  const { dispatch, database, ports } = bureau.world;
  server = createServer({
    dispatch,
    db: database.db,
    ports,
    staticFiles: null,
    config: { origins: [], trustedProxies: false },
  });
  base = await server.listen({ port: 0, host: '127.0.0.1' });
  await addPiece(bureau.world, { publishOn: '2026-11-23', title: '药店能不能换药' });
});
afterEach(() => bureau.phones.close());
afterAll(async () => {
  await server.close();
  await bureau.close();
});

/** wx.request on the line to the real server; the build under test has no address of its own. */
async function overHttp({ url, method, header, data }: HttpRequest): Promise<HttpResponse> {
  const response = await fetch(new URL(url, base), { method, headers: header, body: JSON.stringify(data) });
  return { statusCode: response.status, data: await response.json() };
}

/** A phone whose holder the server learns from WeChat's login code alone. */
function ownPhone(openid: string) {
  return bureau.phones.start(openid, {
    appId: testAppid,
    newLoginCode: () => `local:${openid}:${randomUUID()}`,
    cloud: () => Promise.reject(new Error('a self-hosted mini-program calls no function')),
    request: overHttp,
  });
}

test('over HTTP a stranger comes in by WeChat’s login and the card, and stays in by the token', async () => {
  const { world } = bureau;
  const { code } = await world.ok('secretary', 'roster.issueCard', { memberId: world.members.member });
  const app = await ownPhone('openid-of-the-member');
  await app.waitForText('给机关和基层党支部的同志');
  await app.tap('输入激活码');
  await app.input('激活码', code);
  await app.tap(/^启用$/);
  await app.waitForText('这是您吗');
  await app.tap('同意');
  await app.waitForText('王阿姨拿着处方去药店买药');
  await app.tap('就用这样，去晨学');
  await app.waitForText('药店能不能换药');
  await app.tap('我学完了');
  await app.waitForText('今日已学');

  const sessions = await world.database.owner.db
    .selectFrom('gate.session')
    .select(['channel', 'appid', 'openid'])
    .where('member_id', '=', world.members.member)
    .where('channel', '=', 'weapp')
    .execute();
  expect(sessions).toEqual([{ channel: 'weapp', appid: testAppid, openid: 'openid-of-the-member' }]);

  // The token in the phone opens; the server keeps only its hash.
  await app.relaunch();
  await app.waitForText('江晨同志');
  const logins = () => app.calls.filter(({ name }) => name.endsWith('identity.weixinSignIn')).length;
  const before = logins();

  // The session ends on the server's side: WeChat vouches again, and nobody is asked anything.
  await world.database.owner.db.deleteFrom('gate.session').where('channel', '=', 'weapp').execute();
  await app.relaunch();
  await app.waitForText('药店能不能换药');
  await app.waitForText('今日已学');
  await app.waitForPage('pages/today/index');
  expect(logins()).toBe(before + 1);
});

test('a phone that carries another person’s token after an activation gets the new person’s things only', async () => {
  const { world } = bureau;
  const { code } = await world.ok('secretary', 'roster.issueCard', { memberId: world.members.secondMember });
  const app = await ownPhone('openid-of-another');
  await app.waitForText('给机关和基层党支部的同志');
  await app.tap('输入激活码');
  await app.input('激活码', code);
  await app.tap(/^启用$/);
  await app.waitForText('云帆');
  await app.tap('不同意');
  await app.tap('就用这样，去晨学');
  await app.waitForText('我学完了');
  expect(app.text()).not.toContain('江晨');
});
