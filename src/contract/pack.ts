import * as v from 'valibot';
import { isComplete } from '../domain/study/isComplete';
import { MOST_PACK_PIECES, PACK_FORMAT, PACK_VERSION } from '../domain/study/pack';
import { isSoundCheck } from '../domain/study/selfCheck';
import { operation } from './operation';
import { Count, Id, line } from './shapes';
import { EditableCheck, PieceKind, Source, TextBlock } from './study';

/** Pictures and recordings that stayed behind. */
const FilesLeft = { pictures: Count, recordings: Count };

/**
 * A piece in a content pack: what it says and on what it rests. No person, no day of publication, and no 核对日期:
 * whoever takes it over checks it anew.
 */
const PackPiece = v.pipe(
  v.object({
    title: line(60),
    kind: PieceKind,
    topic: line(20),
    blocks: v.pipe(v.array(TextBlock), v.minLength(1), v.maxLength(60)),
    source: v.omit(Source, ['checkedOn']),
    checks: v.pipe(
      v.array(
        v.pipe(
          EditableCheck,
          v.check((check) => isSoundCheck(check)),
        ),
      ),
      v.maxLength(3),
    ),
    ...FilesLeft,
  }),
  v.check((piece) => isComplete(piece)),
);

/** 内容包: the file in which bureaus hand pieces to each other, one JSON object in UTF-8. */
export const ContentPack = v.object({
  format: v.literal(PACK_FORMAT),
  version: v.literal(PACK_VERSION),
  /** Where it comes from. */
  title: line(120),
  pieces: v.pipe(v.array(PackPiece), v.minLength(1), v.maxLength(MOST_PACK_PIECES)),
});

const organisationId = '01980000-0000-7000-8000-00000000000a';
const pieceId = '01980000-0000-7000-8000-000000000001';
const fileId = '01980000-0000-7000-8000-000000000801';

/** What of an organisation can go into a pack: approved series, and a page of its approved single pieces, newest first. */
export const studyPackable = operation({
  kind: 'read',
  input: v.object({
    organisationId: Id,
    /** `next` of the page before. */
    cursor: v.optional(Id),
  }),
  output: v.object({
    pieces: v.array(v.object({ id: Id, title: v.string(), topic: v.string(), length: Count })),
    next: v.nullable(Id),
    series: v.array(v.object({ id: Id, title: v.string(), pieceCount: Count })),
  }),
  example: {
    input: { organisationId },
    output: {
      pieces: [{ id: pieceId, title: '药店没有处方上的药，能换一种差不多的吗', topic: '药品', length: 812 }],
      next: null,
      series: [{ id: '01980000-0000-7000-8000-000000000601', title: '窗口工作手册', pieceCount: 12 }],
    },
  },
});

/** A content pack as a file in base64, at most 600 KB before that. */
export const studyWritePack = operation({
  kind: 'read',
  input: v.object({
    organisationId: Id,
    pieceIds: v.pipe(v.array(Id), v.maxLength(MOST_PACK_PIECES)),
    /** All approved pieces of these. */
    seriesIds: v.pipe(v.array(Id), v.maxLength(50)),
  }),
  output: v.object({
    name: v.string(),
    mediaType: v.string(),
    base64: v.string(),
    pieceCount: Count,
    ...FilesLeft,
  }),
  example: {
    input: { organisationId, pieceIds: [pieceId], seriesIds: [] },
    output: {
      name: '晨学内容包.json',
      mediaType: 'application/json',
      base64: 'e30=',
      pieceCount: 1,
      pictures: 0,
      recordings: 0,
    },
  },
});

/** What is in an uploaded pack (`fileId` of purpose `pack`); the file stays for `study.takePack`. */
export const studyReadPack = operation({
  kind: 'read',
  input: v.object({ fileId: Id }),
  output: v.object({
    title: v.string(),
    /** In the order of the file; their position there names them. */
    pieces: v.array(
      v.object({
        title: v.string(),
        topic: v.string(),
        kind: PieceKind,
        length: Count,
        sourceTitle: v.string(),
        /** A piece of the bureau, or one before it in the file, has this title: it is not taken again. */
        isThere: v.boolean(),
        ...FilesLeft,
      }),
    ),
  }),
  example: {
    input: { fileId },
    output: {
      title: '演示局机关党委',
      pieces: [
        {
          title: '药店没有处方上的药，能换一种差不多的吗',
          topic: '药品',
          kind: 'explanation',
          length: 812,
          sourceTitle: '中华人民共和国药品管理法',
          isThere: false,
          pictures: 0,
          recordings: 0,
        },
      ],
    },
  },
});

/** Takes pieces of an uploaded pack over, handed in for the second person, all or nothing; the file is gone then. */
export const studyTakePack = operation({
  kind: 'write',
  input: v.object({
    organisationId: Id,
    fileId: Id,
    /** Positions in the file, 0 for the first. */
    chosen: v.pipe(
      v.array(v.pipe(Count, v.maxValue(MOST_PACK_PIECES - 1))),
      v.minLength(1),
      v.maxLength(MOST_PACK_PIECES),
    ),
  }),
  output: v.object({ taken: Count, left: Count }),
  example: {
    input: { organisationId, fileId, chosen: [0] },
    output: { taken: 1, left: 0 },
  },
});
