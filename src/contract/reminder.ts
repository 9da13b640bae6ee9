import * as v from 'valibot';
import { operation } from './operation';
import { Id, Instant, Nothing } from './shapes';

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
