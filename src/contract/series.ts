import * as v from 'valibot';
import { operation } from './operation';
import { Count, Day, Id, line, optionalText, text, Version } from './shapes';
import { PieceKind, PieceSummary, Source } from './study';
import { PieceState } from './studyDesk';

/** A part of a long text as it came, blanks and line breaks included; longer texts travel in several (bodies are small). */
const TextPart = v.pipe(v.string(), v.minLength(1), v.maxLength(20_000), v.regex(/^[^\0\p{Cs}]*$/u));

/** A place in the text, in UTF-16 units from its beginning. */
const Offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_000_000));

/** A piece of a series, 1 for the first. */
const Position = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999));

/** 1 Monday to 7 Sunday; sorted, no repeats. */
const Weekdays = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
  v.minLength(1),
  v.maxLength(7),
  v.check((days) => days.every((day, index) => index === 0 || day > (days[index - 1] ?? 0))),
);

const SeriesSummary = v.object({
  id: Id,
  title: v.string(),
  state: PieceState,
  version: Version,
  organisationName: v.string(),
  authorName: v.string(),
  pieceCount: Count,
  note: v.nullable(v.string()),
  mine: v.boolean(),
});

const seriesId = '01980000-0000-7000-8000-000000000101';
const organisationId = '01980000-0000-7000-8000-00000000000a';
const exampleSource = {
  title: '窗口工作手册',
  article: '',
  url: null,
  versionOn: '2026-01-01',
  checkedOn: '2026-11-20',
};
const exampleSeries = {
  id: seriesId,
  title: '窗口工作手册',
  state: 'draft' as const,
  version: 1,
  organisationName: '演示局机关党委',
  authorName: '江晨',
  pieceCount: 24,
  note: null,
  mine: true,
};

const saved = v.object({ seriesId: Id, version: Version, state: PieceState, pieceCount: Count });
const exampleSaved = { seriesId, version: 2, state: 'draft' as const, pieceCount: 24 };

const about = {
  title: line(60),
  kind: PieceKind,
  topic: line(20),
  source: v.nullable(Source),
};
const exampleAbout = {
  title: '窗口工作手册',
  kind: 'explanation' as const,
  topic: '窗口服务',
  source: exampleSource,
};

/** Begins a series with its text, or the first part of it, or from an uploaded file (purpose `text`). */
export const studyStartSeries = operation({
  kind: 'write',
  input: v.object({ organisationId: Id, ...about, text: v.optional(TextPart), fileId: v.optional(Id) }),
  output: saved,
  example: {
    input: { organisationId, ...exampleAbout, text: '第一条 有人来访，先请坐。\n' },
    output: { ...exampleSaved, version: 1, pieceCount: 1 },
  },
});

/** Adds the next part of the text to a series that is still a draft. */
export const studyAppendSeries = operation({
  kind: 'write',
  input: v.object({ seriesId: Id, version: Version, text: TextPart }),
  output: saved,
  example: { input: { seriesId, version: 1, text: '第二条 问清来意。\n' }, output: exampleSaved },
});

const Part = v.object({
  /** Where a piece may begin. */
  at: Offset,
  type: v.picklist(['heading', 'paragraph']),
  text: v.string(),
});

/** A series on the desk with a page of its pieces and the days that a plan would give them. */
export const studySeriesDraft = operation({
  kind: 'read',
  input: v.object({
    seriesId: Id,
    /** The first piece of the page. */
    from: v.optional(Position),
    /** The days of another plan than the kept one. */
    plan: v.optional(v.object({ from: Day, weekdays: Weekdays })),
  }),
  output: v.object({
    ...SeriesSummary.entries,
    organisationId: Id,
    kind: PieceKind,
    topic: v.string(),
    source: v.nullable(Source),
    plan: v.nullable(v.object({ from: Day, weekdays: v.array(Count) })),
    /** False when the plan reaches into a year whose holidays have not been entered. */
    calendarKnown: v.boolean(),
    firstDay: v.nullable(Day),
    lastDay: v.nullable(Day),
    pieces: v.array(
      v.object({
        position: Position,
        /** Once approved, the piece that was made. */
        pieceId: v.nullable(Id),
        state: v.nullable(PieceState),
        title: v.string(),
        isContinued: v.boolean(),
        length: Count,
        day: v.nullable(Day),
        parts: v.array(Part),
      }),
    ),
    /** Asks for the next page. */
    next: v.nullable(Position),
    mayWrite: v.boolean(),
    mayReview: v.boolean(),
    mayLay: v.boolean(),
    mayWithdraw: v.boolean(),
  }),
  example: {
    input: { seriesId },
    output: {
      ...exampleSeries,
      organisationId,
      kind: 'explanation',
      topic: '窗口服务',
      source: exampleSource,
      plan: null,
      calendarKnown: true,
      firstDay: '2026-11-24',
      lastDay: '2026-12-25',
      pieces: [
        {
          position: 1,
          pieceId: null,
          state: null,
          title: '窗口工作手册 第一条至第四条',
          isContinued: false,
          length: 780,
          day: '2026-11-24',
          parts: [{ at: 0, type: 'paragraph', text: '第一条 有人来访，先请坐。' }],
        },
      ],
      next: 2,
      mayWrite: true,
      mayReview: false,
      mayLay: true,
      mayWithdraw: true,
    },
  },
});

/** What a series is called and rests on, for all its pieces. */
export const studySaveSeries = operation({
  kind: 'write',
  input: v.object({ seriesId: Id, version: Version, ...about }),
  output: saved,
  example: { input: { seriesId, version: 1, ...exampleAbout }, output: exampleSaved },
});

/** Changes one border or title of a draft. */
export const studyCutSeries = operation({
  kind: 'write',
  input: v.object({
    seriesId: Id,
    version: Version,
    change: v.variant('kind', [
      /** The piece goes together with the next one. */
      v.object({ kind: v.literal('join'), position: Position }),
      /** A new piece begins at `at`, inside the piece. */
      v.object({ kind: v.literal('split'), position: Position, at: Offset }),
      /** The piece begins at `at` instead, earlier or later. */
      v.object({ kind: v.literal('move'), position: Position, at: Offset }),
      /** An own title; empty: the proposed one again. */
      v.object({
        kind: v.literal('rename'),
        position: Position,
        title: v.pipe(v.string(), v.trim(), v.maxLength(60), v.regex(/^[^\p{Cc}\p{Cs}]*$/u)),
      }),
      /** All borders as they are proposed. */
      v.object({ kind: v.literal('anew') }),
    ]),
  }),
  output: saved,
  example: {
    input: { seriesId, version: 1, change: { kind: 'join', position: 1 } },
    output: { ...exampleSaved, pieceCount: 23 },
  },
});

/** Hands a draft with its plan to the second person. */
export const studySubmitSeries = operation({
  kind: 'write',
  input: v.object({ seriesId: Id, version: Version, from: Day, weekdays: Weekdays }),
  output: saved,
  example: {
    input: { seriesId, version: 1, from: '2026-11-24', weekdays: [1, 2, 3, 4, 5] },
    output: { ...exampleSaved, state: 'submitted' },
  },
});

/** The second person's one word for the whole series. */
export const studyReviewSeries = operation({
  kind: 'write',
  input: v.object({
    seriesId: Id,
    version: Version,
    decision: v.picklist(['approve', 'return']),
    /** Required when returned. */
    note: optionalText(500),
  }),
  output: v.object({ ...saved.entries, firstDay: v.nullable(Day), lastDay: v.nullable(Day) }),
  example: {
    input: { seriesId, version: 2, decision: 'approve', note: '' },
    output: { ...exampleSaved, state: 'approved', firstDay: '2026-11-24', lastDay: '2026-12-25' },
  },
});

/** Lays the pieces that are not out yet anew, from a day on. */
export const studyLaySeries = operation({
  kind: 'write',
  input: v.object({ seriesId: Id, version: Version, from: Day, weekdays: Weekdays }),
  output: v.object({ ...saved.entries, firstDay: v.nullable(Day), lastDay: v.nullable(Day) }),
  example: {
    input: { seriesId, version: 3, from: '2026-12-01', weekdays: [1, 3, 5] },
    output: { ...exampleSaved, state: 'approved', firstDay: '2026-12-02', lastDay: '2027-01-25' },
  },
});

/** Takes a series away in whatever state, with all its pieces. */
export const studyWithdrawSeries = operation({
  kind: 'write',
  input: v.object({ seriesId: Id, version: Version, reason: text(500) }),
  output: saved,
  example: {
    input: { seriesId, version: 3, reason: '换了新版' },
    output: { ...exampleSaved, state: 'withdrawn' },
  },
});

/** The published pieces of a series, for its readers. */
export const studySeries = operation({
  kind: 'read',
  input: v.object({ seriesId: Id }),
  output: v.object({
    id: Id,
    title: v.string(),
    /** Pieces that it has or will have. */
    pieceCount: Count,
    pieces: v.array(v.object({ ...PieceSummary.entries, position: Position })),
    /** The reader has stamped every piece; nobody else can see it. */
    finished: v.boolean(),
  }),
  example: {
    input: { seriesId },
    output: { id: seriesId, title: '窗口工作手册', pieceCount: 24, pieces: [], finished: false },
  },
});

/** Takes one approved piece back to be changed; a second person approves it again. */
export const studyReopen = operation({
  kind: 'write',
  input: v.object({ pieceId: Id, version: Version }),
  output: v.object({ pieceId: Id, version: Version, state: PieceState }),
  example: {
    input: { pieceId: '01980000-0000-7000-8000-000000000001', version: 4 },
    output: { pieceId: '01980000-0000-7000-8000-000000000001', version: 5, state: 'returned' },
  },
});
