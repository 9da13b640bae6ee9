import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../appError';
import { TEXT_CHECK_CHARACTERS, type Weixin } from './weixin';
import { type CloudSdk, weixinCloud } from './weixinCloud';
import { weixinHttp } from './weixinHttp';
import { localWeixin } from './weixinLocal';
import { weixinSettings } from './weixinTemplates';

const APPID = 'wx0123456789abcdef';
const SECRET = '0a'.repeat(16);
const TEMPLATE = 'local-study';
const settings = weixinSettings(true, new Map());

type Json = Record<string, unknown>;

/** What WeChat got, so that a test can look at it. */
let received: { path: string; body: Json }[] = [];
let usedCodes = new Set<string>();

/**
 * WeChat's far side of three interfaces as its documentation shows them, in the words of HTTP: it refuses a request
 * that lacks what is required, and answers the codes that are documented. `away` never answers.
 */
function answer(path: string, body: Json): Json | 'away' {
  received.push({ path, body });
  switch (path) {
    case '/wxa/business/getuserphonenumber': {
      const { code } = body;
      if (typeof code !== 'string') return { errcode: 40097, errmsg: 'invalid args' };
      if (code === 'local:away') return 'away';
      if (code === 'local:busy') return { errcode: -1, errmsg: 'system error' };
      const [, country = '86', number] = /^local:(?:\+(\d+)-)?(\d+)(?::.*)?$/.exec(code) ?? [];
      if (number === undefined || usedCodes.has(code)) return { errcode: 40029, errmsg: 'invalid code' };
      usedCodes.add(code);
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: `+${country}${number}`,
          purePhoneNumber: number,
          countryCode: Number(country),
          watermark: { timestamp: 1_637_744_274, appid: APPID },
        },
      };
    }
    case '/cgi-bin/message/subscribe/send': {
      const { touser, template_id, page, data, miniprogram_state, lang } = body;
      if (template_id !== TEMPLATE) return { errcode: 40037, errmsg: 'invalid template_id' };
      if (typeof page !== 'string' || page.startsWith('/')) return { errcode: 41030, errmsg: 'invalid page' };
      if (miniprogram_state !== 'formal' || lang !== 'zh_CN') return { errcode: 40097 };
      const thing = ((data as Json | undefined)?.thing1 as Json | undefined)?.value;
      const openid = String(touser);
      if (openid.startsWith('broken') || typeof thing !== 'string' || [...thing].length > 20) {
        return { errcode: 47003, errmsg: 'argument invalid! data.thing1.value invalid' };
      }
      if (openid.startsWith('refuses')) return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
      if (openid.startsWith('busy')) return { errcode: 45009, errmsg: 'reach max api daily quota limit' };
      if (openid.startsWith('away')) return 'away';
      return { errcode: 0, errmsg: 'ok', msgid: 2944022 };
    }
    case '/wxa/msg_sec_check': {
      const { version, scene, openid, content } = body;
      if (version !== 2 || scene !== 3) return { errcode: 40097, errmsg: 'invalid args' };
      const text = String(content);
      if ([...text].length > TEXT_CHECK_CHARACTERS) return { errcode: 44991 };
      if (String(openid).startsWith('stale')) return { errcode: 61010, errmsg: 'code is expired' };
      if (String(openid).startsWith('away')) return 'away';
      if (text.includes('〔old〕')) return { errcode: 87014, errmsg: 'risky content' };
      const suggest = text.includes('〔risky〕') ? 'risky' : text.includes('〔review〕') ? 'review' : 'pass';
      const label = suggest === 'pass' ? 100 : 20001;
      return { errcode: 0, errmsg: 'ok', result: { suggest, label }, detail: [], trace_id: '60ae120f' };
    }
    default:
      throw new Error(`no interface ${path}`);
  }
}

let tokensGiven = 0;
let forced = 0;
let tokenInForce = '';

function playHttp(): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://weixin');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Json;
      const say = (reply: Json) =>
        response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(reply));
      if (url.pathname === '/cgi-bin/stable_token') {
        const isOurs =
          request.method === 'POST' &&
          body.grant_type === 'client_credential' &&
          body.appid === APPID &&
          body.secret === SECRET;
        if (!isOurs) return say({ errcode: 40125, errmsg: 'invalid appsecret' });
        tokensGiven += 1;
        if (body.force_refresh === true) forced += 1;
        if (tokenInForce === '' || body.force_refresh === true) tokenInForce = `token${tokensGiven}`;
        return say({ access_token: tokenInForce, expires_in: 7200 });
      }
      if (request.method !== 'POST') return response.writeHead(404).end();
      if (url.searchParams.get('access_token') !== tokenInForce) {
        return say({ errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' });
      }
      const reply = answer(url.pathname, body);
      return reply === 'away' ? request.socket.destroy() : say(reply);
    });
  });
}

/** The SDK as its documentation shows it: camel case both ways, refusals thrown. */
function playSdk(): CloudSdk {
  const recase = (value: unknown, to: (key: string) => string): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [to(key), recase(one, to)]))
      : value;
  const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const camel = (key: string) => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const call = (path: string) => async (input: Json) => {
    const reply = answer(path, recase(input, snake) as Json);
    if (reply === 'away') throw Object.assign(new Error('network'), { errCode: -501000 });
    const { errcode, errmsg, ...rest } = reply;
    if (errcode) throw Object.assign(new Error(String(errmsg)), { errCode: errcode, errMsg: errmsg });
    return { ...(recase(rest, camel) as Json), errCode: 0, errMsg: 'openapi:ok' };
  };
  return {
    DYNAMIC_CURRENT_ENV: 'here',
    init: ({ env }) => expect(env).toBe('here'),
    openapi: {
      phonenumber: { getPhoneNumber: call('/wxa/business/getuserphonenumber') },
      subscribeMessage: { send: call('/cgi-bin/message/subscribe/send') },
      security: { msgSecCheck: call('/wxa/msg_sec_check') },
    },
  };
}

let server: Server;
let base: string;
let now = 0;

beforeAll(async () => {
  server = playHttp();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  received = [];
  usedCodes = new Set();
  [tokensGiven, forced, tokenInForce] = [0, 0, ''];
});

const overHttp = (secret = SECRET) =>
  weixinHttp({ apps: new Map([[APPID, secret]]), settings, base, timeoutMs: 300, now: () => now });

const message = (openid: string, more: Partial<Parameters<Weixin['sendMessage']>[1]> = {}) => ({
  openid,
  templateId: TEMPLATE,
  page: 'pages/settings/inbox/index',
  data: { thing1: '明天的晨学', time2: '2026年11月24日 07:30' },
  ...more,
});

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
  ['by the SDK', () => weixinCloud(settings, async () => playSdk())],
  ['played locally', () => localWeixin()],
])('WeChat %s', (_name, make) => {
  it('answers a phone code with the number behind it, once', async () => {
    const weixin = make();
    expect(await weixin.readPhone(APPID, 'local:13800000001')).toEqual({
      countryCode: '86',
      number: '13800000001',
    });
    expect(await codeOf(weixin.readPhone(APPID, 'local:13800000001'))).toBe('phone_not_matched');
    expect(await weixin.readPhone(APPID, 'local:+852-51234567')).toEqual({
      countryCode: '852',
      number: '51234567',
    });
  });

  it('does not know a made-up phone code, and says so when it does not answer', async () => {
    expect(await codeOf(make().readPhone(APPID, 'nonsense'))).toBe('phone_not_matched');
    expect(await codeOf(make().readPhone(APPID, 'local:away'))).toBe('unavailable');
  });

  it('takes a message, or says what became of it', async () => {
    const weixin = make();
    expect(await weixin.sendMessage(APPID, message('oAnybody'))).toBe('sent');
    expect(await weixin.sendMessage(APPID, message('refuses1'))).toBe('noConsent');
    expect(await weixin.sendMessage(APPID, message('broken1'))).toBe('misconfigured');
    expect(await weixin.sendMessage(APPID, message('busy1'))).toBe('later');
    expect(await codeOf(weixin.sendMessage(APPID, message('away1')))).toBe('unavailable');
  });

  it('judges a text', async () => {
    const weixin = make();
    expect(await weixin.checkText(APPID, 'oA', '计量'.repeat(1250))).toBe('pass');
    expect(await weixin.checkText(APPID, 'oA', '〔review〕')).toBe('review');
    expect(await weixin.checkText(APPID, 'oA', '〔risky〕')).toBe('risky');
    expect(await weixin.checkText(APPID, 'stale', '计量')).toBe('notRecent');
    expect(await codeOf(weixin.checkText(APPID, 'away', '计量'))).toBe('unavailable');
  });
});

describe.each([
  ['over HTTP', () => overHttp()],
  ['by the SDK', () => weixinCloud(settings, async () => playSdk())],
])('WeChat %s', (_name, make) => {
  it('gets each field of a message under its documented name', async () => {
    await make().sendMessage(APPID, message('oAnybody'));
    expect(received).toEqual([
      {
        path: '/cgi-bin/message/subscribe/send',
        body: {
          touser: 'oAnybody',
          template_id: TEMPLATE,
          page: 'pages/settings/inbox/index',
          data: { thing1: { value: '明天的晨学' }, time2: { value: '2026年11月24日 07:30' } },
          miniprogram_state: 'formal',
          lang: 'zh_CN',
        },
      },
    ]);
  });

  it('says that a template is wrong, in the old words that a text is risky, and not that a busy WeChat refused', async () => {
    const weixin = make();
    const wrong = message('oA', { templateId: 'another' });
    expect(await weixin.sendMessage(APPID, wrong)).toBe('misconfigured');
    expect(await weixin.checkText(APPID, 'oA', '〔old〕')).toBe('risky');
    expect(await codeOf(weixin.readPhone(APPID, 'local:busy'))).toBe('unavailable');
  });
});

describe('the access token', () => {
  it('is asked for once by many calls at the same moment, and again shortly before it ends', async () => {
    now = 1_000_000;
    const weixin = overHttp();
    await Promise.all([1, 2, 3, 4].map(() => weixin.sendMessage(APPID, message('oA'))));
    expect(tokensGiven).toBe(1);
    now += (7200 - 300) * 1000 - 1;
    await weixin.sendMessage(APPID, message('oA'));
    expect(tokensGiven).toBe(1);
    now += 1;
    await weixin.sendMessage(APPID, message('oA'));
    expect(tokensGiven).toBe(2);
    expect(forced).toBe(0);
  });

  it('is renewed once when WeChat does not take it, also for several calls at once', async () => {
    const weixin = overHttp();
    await weixin.sendMessage(APPID, message('oA'));
    tokenInForce = 'replaced by somebody else';
    const outcomes = await Promise.all([1, 2, 3].map(() => weixin.sendMessage(APPID, message('oA'))));
    expect(outcomes).toEqual(['sent', 'sent', 'sent']);
    expect(forced).toBe(1);
  });

  it('that WeChat does not give is `unavailable`, and is asked for again by the next call', async () => {
    const weixin = overHttp('0b'.repeat(16));
    expect(await codeOf(weixin.sendMessage(APPID, message('oA')))).toBe('unavailable');
    expect(await codeOf(weixin.sendMessage(APPID, message('oA')))).toBe('unavailable');
    expect(await codeOf(overHttp().sendMessage('wxffffffffffffffff', message('oA')))).toBe(
      'app_not_configured',
    );
  });
});

it('the SDK itself is loaded by the first call, has these interfaces, and outside of the cloud does not answer', async () => {
  const weixin = weixinCloud(settings);
  expect(await codeOf(weixin.sendMessage(APPID, message('oA')))).toBe('unavailable');
  expect(await codeOf(weixin.exchangeLoginCode(APPID, 'code'))).toBe('app_not_configured');
});
