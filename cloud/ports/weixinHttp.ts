import { AppError } from '../appError';
import type { Weixin, WeixinSettings } from './weixin';
import { dataOf, readPhoneAnswer, readSendAnswer, readTextAnswer } from './weixinAnswers';
import { type AskWeixin, type TokenCalls, tokenCalls } from './weixinToken';

export interface WeixinHttpOptions {
  /** The secret of each mini-program by its appid (WEIXIN_APPS). */
  apps: ReadonlyMap<string, string>;
  settings: WeixinSettings;
  /** Where WeChat's interfaces are; another for tests. */
  base?: string;
  timeoutMs?: number;
  /** The time in milliseconds, for the life of tokens. */
  now?: () => number;
}

/** WeChat answers within a second or not at all; a person waits for this one. */
const TIMEOUT_MS = 5_000;

/** 40029: a code WeChat does not know; 40163: used before; 40226: WeChat blocks this account (auth.code2Session). */
const REFUSED_CODES = new Set([40029, 40163, 40226]);

/** WeChat's HTTP interfaces, for a server of one's own (https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/). */
export function weixinHttp({
  apps,
  settings,
  base = 'https://api.weixin.qq.com',
  timeoutMs = TIMEOUT_MS,
  now = Date.now,
}: WeixinHttpOptions): Weixin {
  const ask: AskWeixin = (path, body) => askWeixin(`${base}${path}`, body, timeoutMs);
  const calls = new Map<string, TokenCalls>();
  const secretOf = (appid: string): string => {
    const secret = apps.get(appid);
    if (secret === undefined) throw new AppError('app_not_configured', 'no secret in WEIXIN_APPS');
    return secret;
  };
  const withToken = (appid: string): TokenCalls => {
    const secret = secretOf(appid);
    const known = calls.get(appid) ?? tokenCalls(ask, appid, secret, now);
    calls.set(appid, known);
    return known;
  };
  return {
    settings,
    exchangeLoginCode: async (appid, loginCode) => {
      const query = new URLSearchParams({
        appid,
        secret: secretOf(appid),
        js_code: loginCode,
        grant_type: 'authorization_code',
      });
      const answer = await ask(`/sns/jscode2session?${query}`);
      if (typeof answer.openid === 'string' && answer.openid !== '') {
        return { openid: answer.openid, unionid: typeof answer.unionid === 'string' ? answer.unionid : null };
      }
      if (REFUSED_CODES.has(answer.errcode as number))
        throw new AppError('sign_in_failed', `errcode ${answer.errcode}`);
      throw new AppError('unavailable', `WeChat answered errcode ${answer.errcode}`);
    },
    readPhone: async (appid, phoneCode) =>
      readPhoneAnswer(await withToken(appid).post('/wxa/business/getuserphonenumber', { code: phoneCode })),
    sendMessage: async (appid, message) =>
      readSendAnswer(
        await withToken(appid).post('/cgi-bin/message/subscribe/send', {
          touser: message.openid,
          template_id: message.templateId,
          page: message.page,
          data: dataOf(message),
          miniprogram_state: 'formal',
          lang: 'zh_CN',
        }),
      ),
    checkText: async (appid, openid, text) =>
      readTextAnswer(
        // scene 3, forum: writing for others (domain.md 11.3)
        await withToken(appid).post('/wxa/msg_sec_check', { version: 2, scene: 3, openid, content: text }),
      ),
  };
}

async function askWeixin(url: string, body: unknown, timeoutMs: number): Promise<Record<string, unknown>> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    // WeChat sends JSON as text/plain, and its refusals with status 200.
    const answer: unknown = await response.json();
    if (response.ok && typeof answer === 'object' && answer !== null)
      return answer as Record<string, unknown>;
  } catch {
    // The error of fetch may carry the address, and with it the secret: it goes no further.
  }
  throw new AppError('unavailable', 'WeChat does not answer');
}
