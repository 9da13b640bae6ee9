import * as v from 'valibot';
import { reminderKindNames } from '../domain/reminder/kinds';
import { quietFromChoices, quietUntilChoices } from '../domain/reminder/quietHours';
import { operation } from './operation';
import { Count, Id, Instant, Nothing } from './shapes';

/** The member's in-app inbox, newest first. */
export const reminderInbox = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    notices: v.array(
      v.object({
        id: Id,
        text: v.string(),
        at: Instant,
        unread: v.boolean(),
        /** The screen where its matter is settled, by its name in the client's routes; null leads nowhere. */
        target: v.nullable(v.object({ screen: v.string(), query: v.record(v.string(), v.string()) })),
      }),
    ),
  }),
  example: {
    input: {},
    output: {
      notices: [
        {
          id: '01980000-0000-7000-8000-000000000701',
          text: '您的激活卡重发了，原来的登录已停用',
          at: '2026-11-23T00:30:00.000Z',
          unread: true,
          target: null,
        },
      ],
    },
  },
});

export const reminderMarkRead = operation({
  kind: 'mark',
  input: v.object({ noticeId: Id }),
  output: Nothing,
  example: { input: { noticeId: '01980000-0000-7000-8000-000000000701' }, output: {} },
});

const Kind = v.picklist(reminderKindNames);
const QuietFrom = v.picklist(quietFromChoices);
const QuietUntil = v.picklist(quietUntilChoices);

/** 通知设置, asked by a mini-program (`appid`) or a browser. */
export const reminderSettings = operation({
  kind: 'read',
  input: v.object({ appid: v.optional(v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/))) }),
  output: v.object({
    kinds: v.array(
      v.object({
        kind: Kind,
        name: v.string(),
        asksFor: v.string(),
        isOn: v.boolean(),
        /** Messages that the member has agreed to and that have not been sent. */
        unused: Count,
        /** The template to ask a consent for; null when there is none, or the member refused within a month. */
        templateId: v.nullable(v.string()),
        /** This mini-program has a template for it. */
        isConfigured: v.boolean(),
      }),
    ),
    quietFrom: v.string(),
    quietUntil: v.string(),
  }),
  example: {
    input: { appid: 'wx0123456789abcdef' },
    output: {
      kinds: [
        {
          kind: 'study',
          name: '晨学',
          asksFor: '您请它提醒的那天早上，有一篇晨学可读',
          isOn: true,
          unused: 1,
          templateId: 'local-study',
          isConfigured: true,
        },
      ],
      quietFrom: '21:00',
      quietUntil: '07:30',
    },
  },
});

export const reminderSaveSettings = operation({
  kind: 'mark',
  input: v.object({
    off: v.pipe(v.array(Kind), v.maxLength(reminderKindNames.length)),
    quietFrom: QuietFrom,
    quietUntil: QuietUntil,
  }),
  output: Nothing,
  example: { input: { off: ['task'], quietFrom: '20:00', quietUntil: '08:00' }, output: {} },
});

/** What the member answered to WeChat's own question: one consent, one message. */
export const reminderConsent = operation({
  kind: 'write',
  input: v.object({ kind: Kind, answer: v.picklist(['accept', 'reject']) }),
  output: v.object({ unused: Count }),
  example: { input: { kind: 'study', answer: 'accept' }, output: { unused: 1 } },
});
