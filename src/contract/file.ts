import * as v from 'valibot';
import { operation } from './operation';
import { Count, Id, Instant, line } from './shapes';

/** What a file is for decides who may read it, how long it stays and how large it may be (architecture.md: 20 MB, audio 5). */
export const FilePurpose = v.picklist(['pieceAudio', 'piecePicture', 'import', 'roster', 'text', 'pack']);

export const fileBegin = operation({
  kind: 'write',
  input: v.object({
    purpose: FilePurpose,
    name: line(120),
    size: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  output: v.object({
    fileId: Id,
    /** One object, ten minutes. */
    ticket: v.string(),
    /** A path of this server for a PUT; with `direct` a path in cloud storage (`wx.cloud.uploadFile`). */
    uploadTo: v.string(),
    direct: v.boolean(),
    until: Instant,
  }),
  example: {
    input: { purpose: 'import', name: '名册.xlsx', size: 20480 },
    output: {
      fileId: '01980000-0000-7000-8000-000000000801',
      ticket: 'opaque',
      uploadTo: '/files/01980000-0000-7000-8000-000000000801',
      direct: false,
      until: '2026-11-23T00:40:00.000Z',
    },
  },
});

export const fileFinish = operation({
  kind: 'write',
  input: v.object({ fileId: Id }),
  output: v.object({
    fileId: Id,
    size: v.number(),
    mediaType: v.string(),
    /** Length of a recording. */
    seconds: v.nullable(Count),
    /** Of a picture, in pixels. */
    width: v.nullable(Count),
    height: v.nullable(Count),
    /** Shows the owner what arrived, for ten minutes; null for a roster, which only its import reads. */
    ticket: v.nullable(v.string()),
  }),
  example: {
    input: { fileId: '01980000-0000-7000-8000-000000000801' },
    output: {
      fileId: '01980000-0000-7000-8000-000000000801',
      size: 20480,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      seconds: null,
      width: null,
      height: null,
      ticket: 'opaque',
    },
  },
});

export const fileOpen = operation({
  kind: 'read',
  input: v.object({ fileId: Id, ticket: v.pipe(v.string(), v.maxLength(400)) }),
  /** Where the ticket's file can be read, for as long as the ticket lasts. */
  output: v.object({ url: v.string() }),
  example: {
    input: { fileId: '01980000-0000-7000-8000-000000000801', ticket: 'opaque' },
    output: { url: '/files/01980000-0000-7000-8000-000000000801?ticket=opaque' },
  },
});
