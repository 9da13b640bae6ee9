import * as v from 'valibot';
import { operation } from './operation';
import { Count, Day, Id, line, optionalText } from './shapes';
import { examplePieceSummary, PieceSummary } from './study';

/** A stretch of text; `isHit` where it is what was looked for. */
const Excerpt = v.array(v.object({ text: v.string(), isHit: v.boolean() }));

/** A series with how many pieces it has or will have, and how many of them are out. */
const SeriesSummary = v.object({ id: Id, title: v.string(), pieceCount: Count, outCount: Count });

const exampleSeries = {
  id: '01980000-0000-7000-8000-000000000101',
  title: '窗口工作手册',
  pieceCount: 12,
  outCount: 3,
};

/** Where a list of own things goes on. */
const OwnCursor = v.object({ day: Day, pieceId: Id });

/**
 * The library by topic: published pieces the reader may see, newest first. Of a series only its last piece that is out
 * is listed, with the series it stands for.
 */
export const studyLibrary = operation({
  kind: 'read',
  input: v.object({
    /** Absent: all topics. */
    topic: v.optional(line(20)),
    before: v.optional(Day),
  }),
  output: v.object({
    topics: v.array(v.string()),
    pieces: v.array(v.object({ ...PieceSummary.entries, series: v.optional(v.nullable(SeriesSummary)) })),
    nextBefore: v.nullable(Day),
  }),
  example: {
    input: { topic: '药品' },
    output: {
      topics: ['药品', '计量'],
      pieces: [{ ...examplePieceSummary, series: null }],
      nextBefore: null,
    },
  },
});

/** One question over pieces, series and the own notes. */
export const studySearch = operation({
  kind: 'read',
  input: v.object({ words: line(60) }),
  output: v.object({
    pieces: v.array(v.object({ ...PieceSummary.entries, excerpt: Excerpt })),
    /** Series by title, topic and source, of which something is out; absent in copies of older builds. */
    series: v.optional(v.array(v.object({ ...SeriesSummary.entries, topic: v.string() }))),
    notes: v.array(v.object({ pieceId: Id, title: v.string(), excerpt: Excerpt })),
    /** More was found than is shown; a longer question finds less. */
    more: v.boolean(),
  }),
  example: {
    input: { words: '处方' },
    output: {
      pieces: [
        {
          ...examplePieceSummary,
          excerpt: [
            { text: '王阿姨拿着医院开的', isHit: false },
            { text: '处方', isHit: true },
          ],
        },
      ],
      series: [{ ...exampleSeries, topic: '窗口服务' }],
      notes: [],
      more: false,
    },
  },
});

/** 收藏: the reader's own, for nobody else. */
export const studyBookmark = operation({
  kind: 'mark',
  input: v.object({ pieceId: Id, bookmarked: v.boolean() }),
  output: v.object({ bookmarked: v.boolean() }),
  example: {
    input: { pieceId: examplePieceSummary.id, bookmarked: true },
    output: { bookmarked: true },
  },
});

export const studyBookmarks = operation({
  kind: 'read',
  input: v.object({ after: v.optional(OwnCursor) }),
  output: v.object({ pieces: v.array(PieceSummary), next: v.nullable(OwnCursor) }),
  example: { input: {}, output: { pieces: [examplePieceSummary], next: null } },
});

/** 记一句: the reader's own note on a piece, for nobody else; an empty one takes it away. */
export const studySaveNote = operation({
  kind: 'mark',
  input: v.object({ pieceId: Id, text: optionalText(500) }),
  output: v.object({ text: v.string() }),
  example: {
    input: { pieceId: examplePieceSummary.id, text: '下次去药店先问一句。' },
    output: { text: '下次去药店先问一句。' },
  },
});

export const studyNotes = operation({
  kind: 'read',
  input: v.object({ after: v.optional(OwnCursor) }),
  output: v.object({
    notes: v.array(
      v.object({
        pieceId: Id,
        title: v.string(),
        text: v.string(),
        writtenOn: Day,
        /** The piece can still be opened. */
        open: v.boolean(),
      }),
    ),
    next: v.nullable(OwnCursor),
  }),
  example: {
    input: {},
    output: {
      notes: [
        {
          pieceId: examplePieceSummary.id,
          title: examplePieceSummary.title,
          text: '下次去药店先问一句。',
          writtenOn: '2026-11-23',
          open: true,
        },
      ],
      next: null,
    },
  },
});
