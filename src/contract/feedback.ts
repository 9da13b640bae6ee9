import * as v from 'valibot';
import { operation } from './operation';
import { Day, Id, Instant, Nothing, text, Version } from './shapes';

const FeedbackState = v.picklist(['open', 'answered']);

const OwnFeedback = v.object({
  id: Id,
  text: v.string(),
  state: FeedbackState,
  sentOn: Day,
  answer: v.nullable(v.string()),
  answeredOn: v.nullable(Day),
});

const example = {
  id: '01980000-0000-7000-8000-000000000501',
  text: '字能不能再大一点',
  state: 'open' as const,
  sentOn: '2026-11-20',
  answer: null,
  answeredOn: null,
};

/** A complaint or suggestion signed with one's name (domain.md W17). */
export const feedbackSubmit = operation({
  kind: 'write',
  input: v.object({ text: text(2000) }),
  output: v.object({ feedbackId: Id }),
  example: { input: { text: example.text }, output: { feedbackId: example.id } },
});

/**
 * What an anonymous sender keeps instead of a name: a random UUID (version 4).
 * Versions 1, 6 and 7 are refused because they carry the moment or the machine.
 */
const Ticket = v.pipe(Id, v.regex(/^.{14}4/));

const exampleTicket = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

/**
 * The same without a name: no member, no receipt, no audit row, no time finer
 * than the day (architecture.md "Secret ballots and anonymous complaints").
 * `ticket` is made by the phone, is the idempotency, and is the only way to
 * see the answer.
 */
export const feedbackSubmitAnonymous = operation({
  kind: 'mark',
  input: v.object({ ticket: Ticket, text: text(2000) }),
  output: v.object({ ticket: Id }),
  example: { input: { ticket: exampleTicket, text: example.text }, output: { ticket: exampleTicket } },
});

export const feedbackLookUp = operation({
  kind: 'read',
  input: v.object({ ticket: Id }),
  output: v.object({ feedback: OwnFeedback }),
  example: { input: { ticket: exampleTicket }, output: { feedback: { ...example, id: exampleTicket } } },
});

export const feedbackMine = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({ feedback: v.array(OwnFeedback) }),
  example: { input: {}, output: { feedback: [example] } },
});

export const feedbackInbox = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    feedback: v.array(
      v.object({ ...OwnFeedback.entries, version: Version, senderName: v.nullable(v.string()) }),
    ),
  }),
  example: { input: {}, output: { feedback: [{ ...example, version: 1, senderName: null }] } },
});

export const feedbackReply = operation({
  kind: 'write',
  input: v.object({ feedbackId: Id, version: Version, answer: text(2000) }),
  output: v.object({ feedbackId: Id, version: Version }),
  example: {
    input: { feedbackId: example.id, version: 1, answer: '已在“我的”里加上大字模式' },
    output: { feedbackId: example.id, version: 2 },
  },
});

/** 报错: something in a piece, a question or a score line is wrong; goes to its keeper. */
export const FaultSubject = v.picklist(['piece', 'question', 'scoreEntry']);

export const feedbackReportFault = operation({
  kind: 'write',
  input: v.object({ subject: FaultSubject, subjectId: Id, text: text(500) }),
  output: v.object({ faultId: Id }),
  example: {
    input: { subject: 'piece', subjectId: '01980000-0000-7000-8000-000000000001', text: '第二段条号写错了' },
    output: { faultId: '01980000-0000-7000-8000-000000000502' },
  },
});

const Fault = v.object({
  id: Id,
  subject: FaultSubject,
  subjectId: Id,
  subjectTitle: v.string(),
  text: v.string(),
  reportedAt: Instant,
  answer: v.nullable(v.string()),
  version: Version,
});

const exampleFault = {
  id: '01980000-0000-7000-8000-000000000502',
  subject: 'piece' as const,
  subjectId: '01980000-0000-7000-8000-000000000001',
  subjectTitle: '药店换药',
  text: '第二段条号写错了',
  reportedAt: '2026-11-23T00:40:00.000Z',
  answer: null,
  version: 1,
};

export const feedbackFaults = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({ faults: v.array(v.object({ ...Fault.entries, reporterName: v.string() })) }),
  example: { input: {}, output: { faults: [{ ...exampleFault, reporterName: '江晨' }] } },
});

export const feedbackMyFaults = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({ faults: v.array(Fault) }),
  example: { input: {}, output: { faults: [exampleFault] } },
});

export const feedbackAnswerFault = operation({
  kind: 'write',
  input: v.object({ faultId: Id, version: Version, answer: text(500) }),
  output: v.object({ faultId: Id, version: Version }),
  example: {
    input: { faultId: exampleFault.id, version: 1, answer: '已改正，谢谢您' },
    output: { faultId: exampleFault.id, version: 2 },
  },
});
