import * as v from 'valibot';
import { hasFittingMedia } from '../domain/study/blocks';
import { operation } from './operation';
import { ChoiceAnswer, ChoiceType, Count, Day, Id, line, Month, Nothing, optionalText, text } from './shapes';

/** Pixels of one side of a picture; no JPEG is longer. */
const Pixels = v.pipe(Count, v.maxValue(65_535));

const Heading = v.object({ type: v.literal('heading'), text: line(60) });
const Paragraph = v.object({ type: v.literal('paragraph'), text: text(2000) });
const Quote = v.object({ type: v.literal('quote'), text: text(1000) });

/** A block that is nothing but text. */
export const TextBlock = v.variant('type', [Heading, Paragraph, Quote]);

/** One block of a piece. What a sender says of a file's size or length is replaced by what the cloud has measured. */
export const Block = v.variant('type', [
  Heading,
  Paragraph,
  Quote,
  v.object({
    type: v.literal('picture'),
    fileId: Id,
    /** Under the picture. */
    text: optionalText(200),
    /** What is to be seen, for those who cannot see it. */
    alt: line(120),
    width: Pixels,
    height: Pixels,
  }),
  v.object({
    type: v.literal('audio'),
    fileId: Id,
    /** What is said, for those who cannot hear it. */
    text: text(2000),
    seconds: v.pipe(Count, v.maxValue(180)),
  }),
]);

/** The blocks of a piece as somebody writes them. */
export const Blocks = v.pipe(
  v.array(Block),
  v.maxLength(60),
  v.check((blocks) => hasFittingMedia(blocks)),
);

export const PieceKind = v.picklist(['explanation', 'local', 'microLecture', 'external']);

/** Where a piece rests: source, article, the version's date and when somebody last checked it (核对日期). */
export const Source = v.object({
  title: line(120),
  article: optionalText(60),
  url: v.nullable(v.pipe(v.string(), v.maxLength(500), v.regex(/^https:\/\/[^\s\p{Cc}\p{Cs}]+$/u))),
  versionOn: v.nullable(Day),
  checkedOn: v.nullable(Day),
});

const CheckQuestion = v.object({
  position: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2)),
  type: ChoiceType,
  stem: line(300),
  options: v.array(line(120)),
});

/** A self-check question as its author sees it, key included. */
export const EditableCheck = v.object({
  type: ChoiceType,
  stem: line(300),
  options: v.pipe(v.array(line(120)), v.maxLength(6)),
  key: ChoiceAnswer,
  explanation: text(500),
});

export const PieceSummary = v.object({
  id: Id,
  title: v.string(),
  topic: v.string(),
  kind: PieceKind,
  /** Characters of the text without blanks. */
  length: Count,
  /** Estimated reading time of the text, whole minutes, at least 1. A property of the text, not of a reader. */
  readingMinutes: Count,
  publishOn: v.nullable(Day),
  stamped: v.boolean(),
  /** What it rests on has changed, and nobody has compared it yet (正在核对); absent in copies of older builds. */
  beingChecked: v.optional(v.boolean()),
});

const Piece = v.object({
  ...PieceSummary.entries,
  blocks: v.array(Block),
  source: Source,
  /** Made-up content of the demo bureau; shown as 演示. */
  demo: v.boolean(),
  organisationName: v.string(),
  checks: v.array(CheckQuestion),
  /** The reader has put it aside (收藏); absent in copies of older builds. */
  bookmarked: v.optional(v.boolean()),
  /** The reader's own note; empty when there is none. */
  note: v.optional(v.string()),
  /** What a card in the group carries to lead here (`identity.openLink`). */
  link: v.optional(v.string()),
  /** The series that it is a piece of, with its neighbours that are out. */
  series: v.optional(
    v.nullable(
      v.object({
        id: Id,
        title: v.string(),
        position: Count,
        pieceCount: Count,
        previousId: v.nullable(Id),
        nextId: v.nullable(Id),
        /** The reader has stamped all of it. */
        finished: v.boolean(),
      }),
    ),
  ),
});

export const examplePiece = {
  id: '01980000-0000-7000-8000-000000000001',
  title: '药店没有处方上的药，能换一种差不多的吗',
  topic: '药品',
  kind: 'explanation' as const,
  length: 812,
  readingMinutes: 3,
  publishOn: '2026-11-23',
  stamped: false,
  blocks: [{ type: 'paragraph' as const, text: '王阿姨拿着医院开的处方去药店买药。' }],
  source: {
    title: '中华人民共和国药品管理法',
    article: '第五十八条',
    url: null,
    versionOn: '2019-08-26',
    checkedOn: null,
  },
  demo: true,
  organisationName: '演示局机关党委',
  checks: [{ position: 0, type: 'trueFalse' as const, stem: '药店可以自行更换处方上的药。', options: [] }],
};
const {
  blocks: _blocks,
  source: _source,
  demo: _demo,
  organisationName: _unit,
  checks: _checks,
  ...exampleSummary
} = examplePiece;

/** For the examples of other files. */
export const examplePieceSummary = exampleSummary;

export const studyToday = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    day: Day,
    dayKind: v.picklist(['workday', 'restday']),
    /** False in a year whose holidays have not been entered: 节假日安排尚未录入. */
    calendarKnown: v.boolean(),
    piece: v.nullable(Piece),
    /** True when the piece is an earlier one worth seeing again because none is laid on today. */
    again: v.boolean(),
    catchUp: v.array(PieceSummary),
    /** The member's own private total of this month. */
    stampedThisMonth: Count,
  }),
  example: {
    input: {},
    output: {
      day: '2026-11-23',
      dayKind: 'workday',
      calendarKnown: true,
      piece: examplePiece,
      again: false,
      catchUp: [],
      stampedThisMonth: 14,
    },
  },
});

export const studyRecent = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({ pieces: v.array(Piece) }),
  example: { input: {}, output: { pieces: [examplePiece] } },
});

export const studyPiece = operation({
  kind: 'read',
  input: v.object({ pieceId: Id }),
  output: v.object({ piece: Piece }),
  example: { input: { pieceId: examplePiece.id }, output: { piece: examplePiece } },
});

export const studyMedia = operation({
  kind: 'read',
  input: v.object({ pieceId: Id }),
  /** A ticket of ten minutes for each picture and recording of the piece (`file.open`). */
  output: v.object({ files: v.array(v.object({ fileId: Id, ticket: v.string() })) }),
  example: {
    input: { pieceId: examplePiece.id },
    output: { files: [{ fileId: '01980000-0000-7000-8000-000000000801', ticket: 'opaque' }] },
  },
});

export const studyMark = operation({
  kind: 'mark',
  input: v.object({ pieceId: Id }),
  output: v.object({ day: Day, stampedThisMonth: Count }),
  example: { input: { pieceId: examplePiece.id }, output: { day: '2026-11-23', stampedThisMonth: 15 } },
});

export const studyUnmark = operation({
  kind: 'mark',
  input: v.object({ pieceId: Id }),
  output: v.object({ stampedThisMonth: Count }),
  example: { input: { pieceId: examplePiece.id }, output: { stampedThisMonth: 14 } },
});

/** 明天早上提醒我: plans one reminder of the next working day's piece. */
export const studyRemindTomorrow = operation({
  kind: 'mark',
  input: Nothing,
  output: v.object({ day: Day }),
  example: { input: {}, output: { day: '2026-11-24' } },
});

export const studyCalendar = operation({
  kind: 'read',
  input: v.object({ month: Month }),
  output: v.object({ month: Month, stampedDays: v.array(Day), stamped: Count, today: Day }),
  example: {
    input: { month: '2026-11' },
    output: { month: '2026-11', stampedDays: ['2026-11-20'], stamped: 1, today: '2026-11-23' },
  },
});

export const studyCatchUp = operation({
  kind: 'read',
  input: v.object({ before: v.optional(Day) }),
  output: v.object({ pieces: v.array(PieceSummary), nextBefore: v.nullable(Day) }),
  example: { input: {}, output: { pieces: [exampleSummary], nextBefore: null } },
});

export const studyAnswerCheck = operation({
  kind: 'read',
  input: v.object({
    pieceId: Id,
    position: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2)),
    answer: ChoiceAnswer,
  }),
  output: v.object({ correct: v.boolean(), key: v.array(v.number()), explanation: v.string() }),
  example: {
    input: { pieceId: examplePiece.id, position: 0, answer: [0] },
    output: { correct: true, key: [0], explanation: '第五十八条：调配处方要核对，不得擅自更改或者代用。' },
  },
});
