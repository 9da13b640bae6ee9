import { AppError } from '../appError';
import type { Weixin } from './weixin';

export interface WeixinHttpOptions {
  /** The secret of each mini-program by its appid (WEIXIN_APPS). */
  apps: ReadonlyMap<string, string>;
  /** Where WeChat's interfaces are; another for tests. */
  base?: string;
  timeoutMs?: number;
}

/** WeChat answers within a second or not at all; a person waits for this one. */
const TIMEOUT_MS = 5_000;

/** 40029: a code WeChat does not know; 40163: used before; 40226: WeChat blocks this account (auth.code2Session). */
const REFUSED_CODES = new Set([40029, 40163, 40226]);

/** WeChat's HTTP interfaces, for a server of one's own (https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html). */
export function weixinHttp({
  apps,
  base = 'https://api.weixin.qq.com',
  timeoutMs = TIMEOUT_MS,
}: WeixinHttpOptions): Weixin {
  return {
    exchangeLoginCode: async (appid, loginCode) => {
      const secret = apps.get(appid);
      if (secret === undefined) throw new AppError('app_not_configured', 'no secret in WEIXIN_APPS');
      const query = new URLSearchParams({
        appid,
        secret,
        js_code: loginCode,
        grant_type: 'authorization_code',
      });
      const answer = await ask(`${base}/sns/jscode2session?${query}`, timeoutMs);
      if (typeof answer.openid === 'string' && answer.openid !== '') {
        return { openid: answer.openid, unionid: typeof answer.unionid === 'string' ? answer.unionid : null };
      }
      if (REFUSED_CODES.has(answer.errcode as number))
        throw new AppError('sign_in_failed', `errcode ${answer.errcode}`);
      throw new AppError('unavailable', `WeChat answered errcode ${answer.errcode}`);
    },
  };
}

async function ask(url: string, timeoutMs: number): Promise<Record<string, unknown>> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    // WeChat sends JSON as text/plain, and its refusals with status 200.
    const answer: unknown = await response.json();
    if (response.ok && typeof answer === 'object' && answer !== null)
      return answer as Record<string, unknown>;
  } catch {
    // The error of fetch may carry the address, and with it the secret: it goes no further.
  }
  throw new AppError('unavailable', 'WeChat does not answer');
}
