import { AppError } from '../appError';
import type { Log } from './log';
import type { SubscribeMessage, TextOutcome, Weixin } from './weixin';

/** WeChat played, and what it would have delivered. */
export interface LocalWeixin extends Weixin {
  /** Every message taken, oldest first. */
  readonly sent: readonly (SubscribeMessage & { appid: string })[];
}

/**
 * Plays WeChat's far side on a machine without WeChat, for development and tests only (config.ts refuses it beside
 * real secrets). Everything follows from the input, so that a test or a developer can ask for any answer:
 *
 * - the login code `local:<openid>[:<anything>]` is answered with that openid, once; `local:away` is a WeChat that
 *   does not answer;
 * - the phone code `local:<digits>[:<anything>]` with that number of 86, once; `local:+<country>-<digits>` with another;
 * - a message goes to any openid but those that begin with `refuses` (43101), `broken` (47003), `busy` (-1) and `away`;
 *   what would be sent is logged without its words and kept in `sent`;
 * - a text is risky when it has 〔risky〕 in it, for a person when 〔review〕; the writer `away…` gets no answer and
 *   `stale…` was not there within two hours.
 */
export function localWeixin(log?: Log): LocalWeixin {
  const used = new Set<string>();
  const sent: (SubscribeMessage & { appid: string })[] = [];
  const away = () => new AppError('unavailable', 'WeChat does not answer');
  return {
    sent,
    settings: {
      asksPhone: true,
      templateOf: (_appid, kind) => ({ id: `local-${kind}`, subjectField: 'thing1', timeField: 'time2' }),
    },
    exchangeLoginCode: async (_appid, loginCode) => {
      if (loginCode === 'local:away') throw away();
      const openid = /^local:([A-Za-z0-9_-]{1,64})(:.*)?$/.exec(loginCode)?.[1];
      if (openid === undefined || used.has(loginCode)) throw new AppError('sign_in_failed', 'login code');
      used.add(loginCode);
      return { openid, unionid: null };
    },
    readPhone: async (_appid, phoneCode) => {
      if (phoneCode === 'local:away') throw away();
      const [, country, number] = /^local:(?:\+(\d{1,3})-)?(\d{4,15})(?::.*)?$/.exec(phoneCode) ?? [];
      if (number === undefined || used.has(phoneCode)) throw new AppError('phone_not_matched', 'phone code');
      used.add(phoneCode);
      return { countryCode: country ?? '86', number };
    },
    sendMessage: async (appid, message) => {
      const { openid, templateId } = message;
      if (openid.startsWith('away')) throw away();
      if (openid.startsWith('refuses')) return 'noConsent';
      if (openid.startsWith('broken')) return 'misconfigured';
      if (openid.startsWith('busy')) return 'later';
      sent.push({ ...message, appid });
      log?.info('WeChat would deliver a message', { templateId });
      return 'sent';
    },
    checkText: async (_appid, openid, text): Promise<TextOutcome> => {
      if (openid.startsWith('away')) throw away();
      if (openid.startsWith('stale')) return 'notRecent';
      return text.includes('〔risky〕') ? 'risky' : text.includes('〔review〕') ? 'review' : 'pass';
    },
  };
}
