import * as v from 'valibot';
import { operation } from './operation';
import { Count, Day, Id, line, Nothing, optionalText, text, Version } from './shapes';
import { Block, Blocks, EditableCheck, examplePiece, PieceKind, Source } from './study';

/** Pieces as those work on them who write, review and lay them on days. */

export const PieceState = v.picklist(['draft', 'submitted', 'returned', 'approved', 'withdrawn']);

const DeskPiece = v.object({
  id: Id,
  title: v.string(),
  state: PieceState,
  version: Version,
  organisationName: v.string(),
  authorName: v.string(),
  publishOn: v.nullable(Day),
  length: Count,
  note: v.nullable(v.string()),
  mine: v.boolean(),
});

const exampleDeskPiece = {
  id: examplePiece.id,
  title: examplePiece.title,
  state: 'submitted' as const,
  version: 2,
  organisationName: '演示局机关党委',
  authorName: '江晨',
  publishOn: null,
  length: 812,
  note: null,
  mine: false,
};

export const studyDesk = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    /** Coming working days covered without a gap, today included (库存). */
    stockWorkdays: Count,
    calendarKnown: v.boolean(),
    /** The coming working days with what is laid on them. */
    plan: v.array(v.object({ day: Day, piece: v.nullable(DeskPiece) })),
    pieces: v.array(DeskPiece),
    series: v.optional(
      v.array(
        v.object({
          id: Id,
          title: v.string(),
          state: PieceState,
          organisationName: v.string(),
          authorName: v.string(),
          pieceCount: Count,
          mine: v.boolean(),
        }),
      ),
    ),
    /** Where the reader may write; empty: may only review. */
    writeFor: v.array(v.object({ id: Id, name: v.string() })),
    mayReview: v.boolean(),
    maySchedule: v.boolean(),
  }),
  example: {
    input: {},
    output: {
      stockWorkdays: 8,
      calendarKnown: true,
      plan: [{ day: '2026-11-24', piece: null }],
      pieces: [exampleDeskPiece],
      writeFor: [{ id: '01980000-0000-7000-8000-00000000000a', name: '演示局机关党委' }],
      mayReview: true,
      maySchedule: true,
    },
  },
});

export const studyDraft = operation({
  kind: 'read',
  input: v.object({ pieceId: Id }),
  output: v.object({
    ...DeskPiece.entries,
    organisationId: Id,
    kind: PieceKind,
    topic: v.string(),
    blocks: v.array(Block),
    source: v.nullable(Source),
    checks: v.array(EditableCheck),
    /** What the check of the text said when it was handed in. */
    textCheck: v.optional(
      v.nullable(v.object({ verdict: v.picklist(['pass', 'review', 'risky']), note: v.string() })),
    ),
    mayWrite: v.boolean(),
    mayReview: v.boolean(),
    maySchedule: v.boolean(),
  }),
  example: {
    input: { pieceId: examplePiece.id },
    output: {
      ...exampleDeskPiece,
      organisationId: '01980000-0000-7000-8000-00000000000a',
      kind: 'explanation',
      topic: '药品',
      blocks: examplePiece.blocks,
      source: examplePiece.source,
      checks: [
        {
          type: 'trueFalse',
          stem: '药店可以自行更换处方上的药。',
          options: [],
          key: [0],
          explanation: '要核对，不得代用。',
        },
      ],
      mayWrite: false,
      mayReview: true,
      maySchedule: true,
    },
  },
});

const saved = v.object({ pieceId: Id, version: Version, state: PieceState });
const exampleSaved = { pieceId: examplePiece.id, version: 3, state: 'draft' as const };

export const studySaveDraft = operation({
  kind: 'write',
  input: v.object({
    /** Absent for a new draft; then `organisationId` says for whom it is written. */
    pieceId: v.optional(Id),
    /** For a new draft: the turn of the supply rota (轮值供稿) that it is written for. */
    supplyTurnId: v.optional(Id),
    version: v.optional(Version),
    organisationId: Id,
    kind: PieceKind,
    title: line(60),
    topic: line(20),
    blocks: Blocks,
    source: v.nullable(Source),
    checks: v.pipe(v.array(EditableCheck), v.maxLength(3)),
  }),
  output: saved,
  example: {
    input: {
      organisationId: '01980000-0000-7000-8000-00000000000a',
      kind: 'explanation',
      title: '药店换药',
      topic: '药品',
      blocks: examplePiece.blocks,
      source: examplePiece.source,
      checks: [],
    },
    output: exampleSaved,
  },
});

export const studySubmit = operation({
  kind: 'write',
  input: v.object({ pieceId: Id, version: Version }),
  output: saved,
  example: {
    input: { pieceId: examplePiece.id, version: 2 },
    output: { ...exampleSaved, state: 'submitted' },
  },
});

export const studyReview = operation({
  kind: 'write',
  input: v.object({
    pieceId: Id,
    version: Version,
    decision: v.picklist(['approve', 'return']),
    /** Required when returned: what is missing and where. */
    note: optionalText(500),
    publishOn: v.optional(Day),
  }),
  output: saved,
  example: {
    input: { pieceId: examplePiece.id, version: 3, decision: 'approve', note: '', publishOn: '2026-11-24' },
    output: { ...exampleSaved, state: 'approved' },
  },
});

export const studySchedule = operation({
  kind: 'write',
  input: v.object({ pieceId: Id, version: Version, publishOn: Day }),
  output: saved,
  example: {
    input: { pieceId: examplePiece.id, version: 4, publishOn: '2026-11-25' },
    output: { ...exampleSaved, state: 'approved' },
  },
});

export const studyWithdraw = operation({
  kind: 'write',
  input: v.object({ pieceId: Id, version: Version, reason: text(500) }),
  output: saved,
  example: {
    input: { pieceId: examplePiece.id, version: 4, reason: '所依据的条文已经修改' },
    output: { ...exampleSaved, state: 'withdrawn' },
  },
});
