import * as v from 'valibot';
import { operation } from './operation';
import { Id, Instant, line } from './shapes';

/** What a file is for decides who may read it and how large it may be (architecture.md: 20 MB, audio 5). */
export const FilePurpose = v.picklist(['pieceAudio', 'piecePicture', 'import']);

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
    uploadTo: v.string(),
    until: Instant,
  }),
  example: {
    input: { purpose: 'import', name: '名册.xlsx', size: 20480 },
    output: {
      fileId: '01980000-0000-7000-8000-000000000801',
      ticket: 'opaque',
      uploadTo: '/files/01980000-0000-7000-8000-000000000801',
      until: '2026-11-23T00:40:00.000Z',
    },
  },
});

export const fileFinish = operation({
  kind: 'write',
  input: v.object({ fileId: Id }),
  /** `readFrom` shows the owner what arrived, for ten minutes. */
  output: v.object({ fileId: Id, size: v.number(), mediaType: v.string(), readFrom: v.string() }),
  example: {
    input: { fileId: '01980000-0000-7000-8000-000000000801' },
    output: {
      fileId: '01980000-0000-7000-8000-000000000801',
      size: 20480,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      readFrom: '/files/01980000-0000-7000-8000-000000000801?ticket=opaque',
    },
  },
});
