import * as v from 'valibot';
import { operation } from './operation';
import { Day, Id, Nothing, optionalText, Version } from './shapes';

const Person = v.object({ id: Id, name: v.string() });

/** Who speaks when (微党课), as those of the organisation see it. */
const Turn = v.object({
  id: Id,
  organisationId: Id,
  organisationName: v.string(),
  day: Day,
  speaker: Person,
  /** The reader speaks. */
  mine: v.boolean(),
  topic: v.string(),
  /** What the speaker wrote down for it. */
  outline: v.string(),
  /** The attached piece; `open`: the reader can read it already. */
  piece: v.nullable(v.object({ id: Id, title: v.string(), open: v.boolean() })),
  version: Version,
  /** The reader lays turns here. */
  mayLay: v.boolean(),
});

/** A swap that waits for an answer, seen by the two it concerns. */
const Swap = v.object({
  id: Id,
  /** Of the one who asks. */
  turnId: Id,
  /** Of the one who is asked. */
  withTurnId: Id,
  askedByName: v.string(),
  /** The reader is asked; else the reader asks. */
  toAnswer: v.boolean(),
});

const ids = {
  turn: '01980000-0000-7000-8000-000000000701',
  other: '01980000-0000-7000-8000-000000000702',
  swap: '01980000-0000-7000-8000-000000000703',
  organisation: '01980000-0000-7000-8000-00000000000b',
  member: '01980000-0000-7000-8000-000000000301',
};

export const lectureRota = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    turns: v.array(Turn),
    swaps: v.array(Swap),
    /** Where the reader lays turns. */
    layFor: v.array(v.object({ id: Id, name: v.string() })),
    /** Pieces of the kind micro-lecture that the reader wrote, to be attached. */
    ownPieces: v.array(v.object({ id: Id, title: v.string() })),
  }),
  example: {
    input: {},
    output: {
      turns: [
        {
          id: ids.turn,
          organisationId: ids.organisation,
          organisationName: '机关第二党支部',
          day: '2026-11-30',
          speaker: { id: ids.member, name: '江晨' },
          mine: true,
          topic: '药店里的一张处方',
          outline: '',
          piece: null,
          version: 1,
          mayLay: false,
        },
      ],
      swaps: [],
      layFor: [],
      ownPieces: [],
    },
  },
});

/** Who may be asked to speak in an organisation. */
export const lectureSpeakers = operation({
  kind: 'read',
  input: v.object({ organisationId: Id }),
  output: v.object({ speakers: v.array(Person) }),
  example: {
    input: { organisationId: ids.organisation },
    output: { speakers: [{ id: ids.member, name: '江晨' }] },
  },
});

const saved = v.object({ turnId: Id, version: Version });

/** Lays a turn, or with `turnId` and the `version` seen changes one. */
export const lectureLay = operation({
  kind: 'write',
  input: v.object({
    turnId: v.optional(Id),
    version: v.optional(Version),
    organisationId: Id,
    day: Day,
    speakerId: Id,
    topic: optionalText(60),
  }),
  output: saved,
  example: {
    input: {
      organisationId: ids.organisation,
      day: '2026-11-30',
      speakerId: ids.member,
      topic: '药店里的一张处方',
    },
    output: { turnId: ids.turn, version: 1 },
  },
});

export const lectureCancel = operation({
  kind: 'write',
  input: v.object({ turnId: Id, version: Version }),
  output: saved,
  example: { input: { turnId: ids.turn, version: 1 }, output: { turnId: ids.turn, version: 2 } },
});

/** The speaker's own material: some words, a piece of the kind micro-lecture, or nothing. */
export const lectureAttach = operation({
  kind: 'write',
  input: v.object({
    turnId: Id,
    version: Version,
    outline: optionalText(2000),
    pieceId: v.nullable(Id),
  }),
  output: saved,
  example: {
    input: { turnId: ids.turn, version: 1, outline: '先讲一个买药的故事，再看第五十八条。', pieceId: null },
    output: { turnId: ids.turn, version: 2 },
  },
});

export const lectureAskSwap = operation({
  kind: 'write',
  input: v.object({ turnId: Id, withTurnId: Id }),
  output: v.object({ swapId: Id }),
  example: { input: { turnId: ids.turn, withTurnId: ids.other }, output: { swapId: ids.swap } },
});

export const lectureAnswerSwap = operation({
  kind: 'write',
  input: v.object({ swapId: Id, agreed: v.boolean() }),
  output: v.object({ agreed: v.boolean() }),
  example: { input: { swapId: ids.swap, agreed: true }, output: { agreed: true } },
});

export const lectureTakeBackSwap = operation({
  kind: 'write',
  input: v.object({ swapId: Id }),
  output: v.object({ swapId: Id }),
  example: { input: { swapId: ids.swap }, output: { swapId: ids.swap } },
});
