import { AppError } from '../appError';
import type { Weixin } from './weixin';

/**
 * Plays WeChat's far side on a machine without WeChat, for development and tests only (config.ts refuses it beside
 * real secrets). The login code `local:<openid>` or `local:<openid>:<anything>` is answered with that openid, once,
 * as WeChat answers each code once; `local:away` is a WeChat that does not answer.
 */
export function localWeixin(): Weixin {
  const used = new Set<string>();
  return {
    exchangeLoginCode: async (_appid, loginCode) => {
      if (loginCode === 'local:away') throw new AppError('unavailable', 'WeChat does not answer');
      const openid = /^local:([A-Za-z0-9_-]{1,64})(:.*)?$/.exec(loginCode)?.[1];
      if (openid === undefined || used.has(loginCode)) throw new AppError('sign_in_failed', 'login code');
      used.add(loginCode);
      return { openid, unionid: null };
    },
  };
}
