import { AppError } from '../appError';
import type { SendOutcome, SubscribeMessage, TextOutcome, VerifiedPhone } from './weixin';

/** WeChat's words for its answers, the same over HTTP and by the SDK but for the case of the keys. */
export type WeixinAnswer = Record<string, unknown>;

/** 40029: a code WeChat does not know; 40163: used before; 40013: of another mini-program (phonenumber.getPhoneNumber). */
const PHONE_CODE_REFUSED = new Set([40029, 40163, 40013]);
/** subscribeMessage.send: the person refused, or has no consent left. */
const NO_CONSENT = 43101;
/** 40003 openid, 40037 template, 41030 page, 47003 data, 43107 banned, 45168 words that WeChat does not take: nothing gets better by itself. */
const NEVER = new Set([40003, 40037, 41030, 47003, 43107, 45168]);
/** security.msgSecCheck: the person was not in the mini-program within the last two hours. */
const NOT_RECENT = 61010;
/** security.msgSecCheck in its first version's words: the text is risky. */
const RISKY = 87014;

/** WeChat's error code, 0 for none. */
export function codeOf(answer: WeixinAnswer): number {
  const code = answer.errcode ?? answer.errCode ?? 0;
  return typeof code === 'number' ? code : -1;
}

/** The verified number of a getPhoneNumber answer. Throws `phone_not_matched` or `unavailable`. */
export function readPhoneAnswer(answer: WeixinAnswer): VerifiedPhone {
  const code = codeOf(answer);
  if (PHONE_CODE_REFUSED.has(code)) throw new AppError('phone_not_matched', `errcode ${code}`);
  const phone = (answer.phone_info ?? answer.phoneInfo) as WeixinAnswer | undefined;
  const number = phone?.purePhoneNumber ?? phone?.pure_phone_number;
  const country = phone?.countryCode ?? phone?.country_code;
  if (code !== 0 || typeof number !== 'string' || !/^\d{4,15}$/.test(number)) {
    throw new AppError('unavailable', `WeChat answered errcode ${code}`);
  }
  // Documented as text and shown as a number.
  return { countryCode: String(country ?? ''), number };
}

/** What became of a subscription message. Throws `unavailable` for what WeChat does not document. */
export function readSendAnswer(answer: WeixinAnswer): SendOutcome {
  const code = codeOf(answer);
  if (code === 0) return 'sent';
  if (code === NO_CONSENT) return 'noConsent';
  if (NEVER.has(code)) return 'misconfigured';
  // -1 busy, 45009 and 45011 too often, 43108 sent at the same time, 48001 no permission yet: it took nothing.
  return 'later';
}

/** What WeChat says of a text. Throws `unavailable` for an answer without a verdict. */
export function readTextAnswer(answer: WeixinAnswer): TextOutcome {
  const code = codeOf(answer);
  if (code === NOT_RECENT) return 'notRecent';
  if (code === RISKY) return 'risky';
  const suggest = (answer.result as WeixinAnswer | undefined)?.suggest;
  if (code === 0 && (suggest === 'pass' || suggest === 'review' || suggest === 'risky')) return suggest;
  throw new AppError('unavailable', `WeChat answered errcode ${code}`);
}

/** Each field as the interfaces want it: `{ thing1: { value: '…' } }`. */
export function dataOf(message: SubscribeMessage): Record<string, { value: string }> {
  return Object.fromEntries(Object.entries(message.data).map(([field, value]) => [field, { value }]));
}
