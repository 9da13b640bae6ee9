import * as v from 'valibot';
import { operation } from './operation';
import { Count, Day, Id, Instant, line, Nothing, optionalText, text, Version } from './shapes';

/** Forms of meeting (domain.md 2 and 4.2). */
export const MeetingType = v.picklist([
  'generalMeeting',
  'committeeMeeting',
  'groupMeeting',
  'partyLecture',
  'themeDay',
  'organisationalLifeMeeting',
  'other',
]);

export const MeetingState = v.picklist(['planned', 'open', 'closed', 'signed', 'cancelled']);

/** State of one person on the roll; `expected` is not yet ticked (domain.md 3 Attendance). */
export const RollState = v.picklist([
  'expected',
  'present',
  'late',
  'leave',
  'absent',
  'exempt',
  'elsewhere',
]);

const AgendaItem = v.object({
  title: line(80),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600)),
});

const Mine = v.object({
  state: RollState,
  /** How it was recorded; both count the same. */
  method: v.nullable(v.picklist(['code', 'byHand'])),
  at: v.nullable(Instant),
});

const Meeting = v.object({
  id: Id,
  type: MeetingType,
  title: v.string(),
  place: v.string(),
  plannedAt: Instant,
  organisationId: Id,
  organisationName: v.string(),
  state: MeetingState,
  version: Version,
  agenda: v.array(AgendaItem),
  /** The reader's own line of the roll; null while there is no roll or they are not on it. */
  mine: v.nullable(Mine),
  mayHost: v.boolean(),
});

const exampleMeeting = {
  id: '01980000-0000-7000-8000-000000000201',
  type: 'themeDay' as const,
  title: '11月主题党日',
  place: '三楼会议室',
  plannedAt: '2026-11-23T07:00:00.000Z',
  organisationId: '01980000-0000-7000-8000-00000000000b',
  organisationName: '机关第二党支部',
  state: 'open' as const,
  version: 2,
  agenda: [{ title: '集中学习：消费者权益保护', minutes: 40 }],
  mine: { state: 'expected' as const, method: null, at: null },
  mayHost: false,
};

export const meetingMine = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    /** Stands first on the first tab, from two hours before until it closes (C3). */
    signInNow: v.nullable(Meeting),
    upcoming: v.array(Meeting),
    past: v.array(Meeting),
    mayPlanFor: v.array(v.object({ id: Id, name: v.string() })),
  }),
  example: { input: {}, output: { signInNow: exampleMeeting, upcoming: [], past: [], mayPlanFor: [] } },
});

export const meetingGet = operation({
  kind: 'read',
  input: v.object({ meetingId: Id }),
  output: v.object({ meeting: Meeting }),
  example: { input: { meetingId: exampleMeeting.id }, output: { meeting: exampleMeeting } },
});

const changed = v.object({ meetingId: Id, state: MeetingState, version: Version });
const exampleChanged = { meetingId: exampleMeeting.id, state: 'open' as const, version: 3 };

export const meetingPlan = operation({
  kind: 'write',
  input: v.object({
    organisationId: Id,
    type: MeetingType,
    title: line(60),
    place: line(60),
    plannedAt: Instant,
    agenda: v.pipe(v.array(AgendaItem), v.minLength(1), v.maxLength(20)),
  }),
  output: changed,
  example: {
    input: {
      organisationId: exampleMeeting.organisationId,
      type: 'themeDay',
      title: '11月主题党日',
      place: '三楼会议室',
      plannedAt: '2026-11-23T07:00:00.000Z',
      agenda: [{ title: '集中学习', minutes: 40 }],
    },
    output: { ...exampleChanged, state: 'planned', version: 1 },
  },
});

export const meetingCancel = operation({
  kind: 'write',
  input: v.object({ meetingId: Id, version: Version, reason: text(200) }),
  output: changed,
  example: {
    input: { meetingId: exampleMeeting.id, version: 1, reason: '改期' },
    output: { ...exampleChanged, state: 'cancelled' },
  },
});

export const meetingOpen = operation({
  kind: 'write',
  input: v.object({ meetingId: Id, version: Version }),
  output: changed,
  example: { input: { meetingId: exampleMeeting.id, version: 1 }, output: exampleChanged },
});

export const meetingSignInCode = operation({
  kind: 'read',
  input: v.object({ meetingId: Id }),
  output: v.object({
    code: v.pipe(v.string(), v.regex(/^\d{6}$/)),
    /** When the digits change, by the server's clock, and how long that is from now. */
    changesAt: Instant,
    secondsLeft: Count,
  }),
  example: {
    input: { meetingId: exampleMeeting.id },
    output: { code: '407152', changesAt: '2026-11-23T06:57:00.000Z', secondsLeft: 42 },
  },
});

export const meetingSignIn = operation({
  kind: 'write',
  input: v.object({ meetingId: Id, code: v.pipe(v.string(), v.regex(/^\d{6}$/)) }),
  output: v.object({ mine: Mine }),
  example: {
    input: { meetingId: exampleMeeting.id, code: '407152' },
    output: { mine: { state: 'present', method: 'code', at: '2026-11-23T06:56:10.000Z' } },
  },
});

export const meetingRoll = operation({
  kind: 'read',
  input: v.object({ meetingId: Id }),
  output: v.object({
    meeting: Meeting,
    entries: v.array(
      v.object({
        memberId: Id,
        name: v.string(),
        /** On the due list; false with the reason it is not (domain.md 4.3, 4.6). */
        due: v.boolean(),
        reason: v.nullable(v.picklist(['frail', 'longLeave', 'floating', 'suspended', 'invited'])),
        state: RollState,
        method: v.nullable(v.picklist(['code', 'byHand'])),
        at: v.nullable(Instant),
      }),
    ),
    /** Roll: 应到 and 实到 (late is present). */
    dueCount: Count,
    presentCount: Count,
    /** Came without being due (frail members, guests): shown beside 实到, not in it. */
    presentBesidesCount: Count,
    /** Voting base, kept apart from the roll (domain.md 4.3). */
    votingDueCount: Count,
    votingPresentCount: Count,
    maySignOff: v.boolean(),
    minutes: v.nullable(v.string()),
    signedByName: v.nullable(v.string()),
  }),
  example: {
    input: { meetingId: exampleMeeting.id },
    output: {
      meeting: exampleMeeting,
      entries: [
        {
          memberId: '01980000-0000-7000-8000-000000000301',
          name: '江晨',
          due: true,
          reason: null,
          state: 'expected',
          method: null,
          at: null,
        },
      ],
      dueCount: 18,
      presentCount: 15,
      presentBesidesCount: 1,
      votingDueCount: 17,
      votingPresentCount: 15,
      maySignOff: false,
      minutes: null,
      signedByName: null,
    },
  },
});

export const meetingTick = operation({
  kind: 'write',
  input: v.object({ meetingId: Id, memberId: Id, state: RollState, reason: optionalText(100) }),
  output: v.object({ memberId: Id, state: RollState, at: Instant }),
  example: {
    input: {
      meetingId: exampleMeeting.id,
      memberId: '01980000-0000-7000-8000-000000000301',
      state: 'present',
      reason: '',
    },
    output: {
      memberId: '01980000-0000-7000-8000-000000000301',
      state: 'present',
      at: '2026-11-23T06:58:00.000Z',
    },
  },
});

export const meetingClose = operation({
  kind: 'write',
  input: v.object({ meetingId: Id, version: Version }),
  output: changed,
  example: {
    input: { meetingId: exampleMeeting.id, version: 2 },
    output: { ...exampleChanged, state: 'closed' },
  },
});

export const meetingSignOff = operation({
  kind: 'write',
  input: v.object({
    meetingId: Id,
    version: Version,
    minutes: text(20000),
    /** The day it was held, if it was entered late (domain.md 4.8: marked, never overwritten). */
    heldOn: Day,
    lateReason: optionalText(200),
  }),
  output: changed,
  example: {
    input: {
      meetingId: exampleMeeting.id,
      version: 3,
      minutes: '学习消费者权益保护法，商定社区服务日安排。',
      heldOn: '2026-11-23',
      lateReason: '',
    },
    output: { ...exampleChanged, state: 'signed', version: 4 },
  },
});
