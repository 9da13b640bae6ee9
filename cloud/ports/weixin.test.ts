import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../appError';
import type { Weixin } from './weixin';
import { weixinHttp } from './weixinHttp';
import { localWeixin } from './weixinLocal';
import { weixinSettings } from './weixinTemplates';

const APPID = 'wx0123456789abcdef';
const SECRET = '0a'.repeat(16);

/**
 * WeChat's side of sns/jscode2session as its documentation shows it: JSON sent as text/plain, refusals with status
 * 200 and an errcode (40029 invalid code, 40163 code been used, 40226 code blocked, -1 system busy).
 */
function playWeixin(): Server {
  const used = new Set<string>();
  return createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://weixin');
    const code = url.searchParams.get('js_code') ?? '';
    const say = (answer: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'text/plain' }).end(JSON.stringify(answer));
    if (url.pathname !== '/sns/jscode2session') return say({}, 404);
    if (url.searchParams.get('appid') !== APPID) return say({ errcode: 40013, errmsg: 'invalid appid' });
    if (url.searchParams.get('secret') !== SECRET)
      return say({ errcode: 40125, errmsg: 'invalid appsecret' });
    if (url.searchParams.get('grant_type') !== 'authorization_code') return say({ errcode: 40002 });
    if (code === 'local:away') return request.socket.destroy();
    if (code === 'busy') return say({ errcode: -1, errmsg: 'system error' });
    if (code === 'blocked') return say({ errcode: 40226, errmsg: 'code blocked' });
    if (code === 'page') return response.writeHead(502).end('<html>Bad Gateway</html>');
    if (code === 'slow') return;
    if (used.has(code)) return say({ errcode: 40163, errmsg: 'code been used' });
    const openid = /^local:([A-Za-z0-9_-]+)$/.exec(code)?.[1];
    if (openid === undefined) return say({ errcode: 40029, errmsg: 'invalid code' });
    used.add(code);
    return say({
      openid,
      session_key: 'c2Vzc2lvbiBrZXk=',
      ...(openid === 'oUnited' ? { unionid: 'u1' } : {}),
    });
  });
}

let server: Server;
let base: string;

beforeAll(async () => {
  server = playWeixin();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function overHttp(secret = SECRET): Weixin {
  return weixinHttp({
    apps: new Map([[APPID, secret]]),
    settings: weixinSettings(false, new Map()),
    base,
    timeoutMs: 300,
  });
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason as Error,
  );
  expect(`${error.message} ${error.stack}`).not.toContain(SECRET);
  return error instanceof AppError ? error.code : error.message;
}

describe.each([
  ['over HTTP', () => overHttp()],
  ['played locally', () => localWeixin()],
])('WeChat %s', (_name, make) => {
  it('answers a code with the openid behind it, once', async () => {
    const weixin = make();
    const code = `local:o${_name === 'over HTTP' ? 'Http' : 'Local'}-123`;
    expect(await weixin.exchangeLoginCode(APPID, code)).toEqual({ openid: code.slice(6), unionid: null });
    expect(await codeOf(weixin.exchangeLoginCode(APPID, code))).toBe('sign_in_failed');
  });

  it.each(['nonsense', 'local:', ''])('does not know the code %j', async (code) => {
    expect(await codeOf(make().exchangeLoginCode(APPID, code))).toBe('sign_in_failed');
  });

  it('says so when WeChat does not answer', async () => {
    expect(await codeOf(make().exchangeLoginCode(APPID, 'local:away'))).toBe('unavailable');
  });
});

it('passes a unionid on', async () => {
  expect(await overHttp().exchangeLoginCode(APPID, 'local:oUnited')).toEqual({
    openid: 'oUnited',
    unionid: 'u1',
  });
});

it('refuses whom WeChat blocks, and waits for nobody longer than its limit', async () => {
  expect(await codeOf(overHttp().exchangeLoginCode(APPID, 'blocked'))).toBe('sign_in_failed');
  for (const code of ['busy', 'page', 'slow']) {
    expect(await codeOf(overHttp().exchangeLoginCode(APPID, code))).toBe('unavailable');
  }
});

it('does not ask for an app it has no secret of, and says when WeChat refuses the secret', async () => {
  expect(await codeOf(overHttp().exchangeLoginCode('wxffffffffffffffff', 'local:oA'))).toBe(
    'app_not_configured',
  );
  expect(await codeOf(overHttp('0b'.repeat(16)).exchangeLoginCode(APPID, 'local:oA'))).toBe('unavailable');
});
