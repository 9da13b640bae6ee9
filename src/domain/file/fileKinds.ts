/** What a file is for (contract/file.ts). */
export type FilePurpose = 'pieceAudio' | 'piecePicture' | 'import' | 'roster' | 'text' | 'pack';

const MB = 1024 * 1024;
/** architecture.md "Size". */
const maxBytes: Record<FilePurpose, number> = {
  pieceAudio: 5 * MB,
  piecePicture: 20 * MB,
  import: 20 * MB,
  roster: 20 * MB,
  text: 20 * MB,
  pack: 20 * MB,
};

/** The largest file of all purposes, in bytes. */
export const MAX_FILE_BYTES = Math.max(...Object.values(maxBytes));

/**
 * In which form a file's content lies in the store: as it came; without what it says besides the picture or the sound
 * (place, device, names); or encrypted, because it is a register of people (architecture.md "Size").
 */
export type FileForm = 'plain' | 'clean' | 'sealed';

/** The form in which content of a purpose is kept. */
export function formOf(purpose: FilePurpose): FileForm {
  if (purpose === 'roster') return 'sealed';
  return purpose === 'pieceAudio' || purpose === 'piecePicture' ? 'clean' : 'plain';
}

/** The name of a file's object in the store; each form has its own, so that none is taken for another. */
export function objectName(fileId: string, form: FileForm): string {
  return form === 'plain' ? fileId : `${fileId}-${form}`;
}

const DAY_MINUTES = 24 * 60;

/**
 * How long an uploaded file stays when nothing reads it and takes it away, in minutes: a roster 15 (architecture.md
 * "Size"), what is read once a day; pictures and recordings that no piece shows a week, as long as a draft may lie
 * unsaved on somebody's device.
 */
export const keptMinutes: Record<FilePurpose, number> = {
  roster: 15,
  text: DAY_MINUTES,
  pack: DAY_MINUTES,
  pieceAudio: 7 * DAY_MINUTES,
  piecePicture: 7 * DAY_MINUTES,
  import: DAY_MINUTES,
};

/** How the content of a kind begins; texts have no such mark and are known by holding nothing binary. */
type Mark = 'zip' | 'ole' | 'pdf' | 'png' | 'jpeg' | 'mp3' | 'mp4' | 'text';

interface FileKind {
  mediaType: string;
  mark: Mark;
  purposes: readonly FilePurpose[];
}

/** Every extension that may be uploaded. A new kind is one line here. */
const kinds: Record<string, FileKind> = {
  mp3: { mediaType: 'audio/mpeg', mark: 'mp3', purposes: ['pieceAudio'] },
  m4a: { mediaType: 'audio/mp4', mark: 'mp4', purposes: ['pieceAudio'] },
  png: { mediaType: 'image/png', mark: 'png', purposes: ['piecePicture'] },
  jpg: { mediaType: 'image/jpeg', mark: 'jpeg', purposes: ['piecePicture'] },
  jpeg: { mediaType: 'image/jpeg', mark: 'jpeg', purposes: ['piecePicture'] },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    mark: 'zip',
    purposes: ['import', 'roster'],
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    mark: 'zip',
    purposes: ['import', 'text'],
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    mark: 'zip',
    purposes: ['import'],
  },
  xls: { mediaType: 'application/vnd.ms-excel', mark: 'ole', purposes: ['import', 'roster'] },
  doc: { mediaType: 'application/msword', mark: 'ole', purposes: ['import'] },
  pdf: { mediaType: 'application/pdf', mark: 'pdf', purposes: ['import'] },
  txt: { mediaType: 'text/plain', mark: 'text', purposes: ['import', 'text'] },
  csv: { mediaType: 'text/csv', mark: 'text', purposes: ['import', 'roster'] },
  md: { mediaType: 'text/markdown', mark: 'text', purposes: ['import', 'text'] },
  json: { mediaType: 'application/json', mark: 'text', purposes: ['import', 'pack'] },
};

/** What may be said of a file before its content is there. */
export type Announced = 'fine' | 'kindRefused' | 'tooLarge';

/** Whether a file of this name and size (bytes) may be uploaded for `purpose`; exactly the limit still may. */
export function judgeAnnounced(purpose: FilePurpose, name: string, size: number): Announced {
  const kind = kindOf(name);
  if (!kind?.purposes.includes(purpose)) return 'kindRefused';
  return size > maxBytes[purpose] ? 'tooLarge' : 'fine';
}

/** The media type of a file whose first bytes are what its name's extension promises; null when they are not. */
export function recogniseFile(name: string, head: Uint8Array): string | null {
  const kind = kindOf(name);
  return kind !== undefined && bears(kind.mark, head) ? kind.mediaType : null;
}

/** The extensions that may be uploaded for a purpose, without their dots. */
export function extensionsFor(purpose: FilePurpose): string[] {
  return Object.keys(kinds).filter((extension) => kinds[extension]?.purposes.includes(purpose));
}

function kindOf(name: string): FileKind | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  return extension !== undefined && Object.hasOwn(kinds, extension) ? kinds[extension] : undefined;
}

/** Whether content begins as its kind does. */
export function bears(mark: Mark, head: Uint8Array): boolean {
  const at = (offset: number, bytes: readonly number[]) =>
    bytes.every((byte, index) => head[offset + index] === byte);
  switch (mark) {
    case 'zip': // local file header, APPNOTE.TXT 4.3.7
      return at(0, [0x50, 0x4b, 0x03, 0x04]);
    case 'ole': // compound file header, [MS-CFB] 2.2
      return at(0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    case 'pdf': // %PDF-, ISO 32000-1 7.5.2
      return at(0, [0x25, 0x50, 0x44, 0x46, 0x2d]);
    case 'png': // PNG specification 5.2
      return at(0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    case 'jpeg': // SOI and the first byte of the next marker, ITU-T T.81 B.1.1.3
      return at(0, [0xff, 0xd8, 0xff]);
    case 'mp3': // ID3v2, or a frame's eleven sync bits and layer III (ISO 11172-3 2.4.1.3)
      return at(0, [0x49, 0x44, 0x33]) || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2);
    case 'mp4': // ftyp box, ISO 14496-12 4.3
      return at(4, [0x66, 0x74, 0x79, 0x70]);
    case 'text':
      // UTF-16 with its mark has NUL bytes; others have none (Notepad's and Excel's "Unicode text").
      if (at(0, [0xff, 0xfe]) || at(0, [0xfe, 0xff])) return true;
      return head.every(
        (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c,
      );
  }
}
