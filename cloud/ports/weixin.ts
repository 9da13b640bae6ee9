import type { ReminderKind } from '../../src/domain/reminder/kinds';

/** What WeChat answers to a login code, whoever asked. */
export interface WeixinIdentity {
  openid: string;
  unionid: string | null;
}

/** A phone number that WeChat has verified. */
export interface VerifiedPhone {
  /** Without a plus: `86`. */
  countryCode: string;
  /** Without the country's code: 11 digits for `86`. */
  number: string;
}

/** A template of the console and the names of its two fields that we fill. */
export interface MessageTemplate {
  id: string;
  /** Of the type `thing`: at most 20 characters. */
  subjectField: string;
  /** Of the type `time`. */
  timeField: string;
}

/** A one-time subscription message. */
export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** The page that the card opens, as app.json names it, with its parameters. */
  page: string;
  /** Field of the template -> its text. */
  data: Readonly<Record<string, string>>;
}

/**
 * What became of a message: `sent`; `noConsent`: the person has none left or took it back (43101); `misconfigured`:
 * template, page or data are wrong, a repetition would be too; `later`: WeChat took nothing and may be asked again.
 */
export type SendOutcome = 'sent' | 'noConsent' | 'misconfigured' | 'later';

/** What WeChat says of a text; `notRecent`: its writer has not been in the mini-program within two hours (61010). */
export type TextOutcome = 'pass' | 'review' | 'risky' | 'notRecent';

/** msgSecCheck takes at most 2,500 characters at once (domain.md 11.3). */
export const TEXT_CHECK_CHARACTERS = 2500;

/** What the deployment has switched on. */
export interface WeixinSettings {
  /** The second way in by phone number; off unless configured, because WeChat charges for it. */
  asksPhone: boolean;
  /** The template of a kind of reminder in a mini-program, or null when none is configured. */
  templateOf(appid: string, kind: ReminderKind): MessageTemplate | null;
}

/**
 * WeChat's side, as far as the program needs it. Adapters: the HTTP interfaces for a server of one's own
 * (`weixinHttp`), the SDK in cloud functions (`weixinCloud`; the platform gives the openid itself there), and a local
 * one for development and tests. One contract test holds them to the documented interface.
 *
 * All reject with AppError `unavailable` when WeChat does not answer; whether it has acted is then unknown.
 */
export interface Weixin {
  readonly settings: WeixinSettings;
  /** sns/jscode2session. Rejects with AppError `sign_in_failed` for a code WeChat does not know. */
  exchangeLoginCode(appid: string, loginCode: string): Promise<WeixinIdentity>;
  /** wxa/business/getuserphonenumber. Rejects with AppError `phone_not_matched` for a code that WeChat does not know or has answered before. */
  readPhone(appid: string, phoneCode: string): Promise<VerifiedPhone>;
  /** cgi-bin/message/subscribe/send. */
  sendMessage(appid: string, message: SubscribeMessage): Promise<SendOutcome>;
  /** wxa/msg_sec_check, version 2, of at most TEXT_CHECK_CHARACTERS characters written by `openid`. */
  checkText(appid: string, openid: string, text: string): Promise<TextOutcome>;
}
