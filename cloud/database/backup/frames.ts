import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupError } from './backupError';

/**
 * The backup format, inside gzip: the magic line, then frames of one letter, a 4-byte length (big-endian) and that
 * many bytes. `H` header (JSON), then per table `T` (JSON) and its `D` pieces of COPY text, per uploaded file `F`
 * (JSON) and its `D` pieces, at last `E` (JSON) and `X`, the SHA-256 of every byte before it.
 */
export type FrameKind = 'H' | 'T' | 'D' | 'F' | 'E' | 'X';

export interface Frame {
  readonly kind: FrameKind;
  readonly body: Buffer;
}

/** The first bytes; the number is the version of the format. */
const MAGIC = Buffer.from('MORNING-STUDY-BACKUP 1\n');

const HEAD_BYTES = 5;

/** COPY hands out pieces of 64 KB, files are cut to the same order; anything larger is not ours. */
const LONGEST_BODY_BYTES = 8_000_000;

const KINDS = new Set<string>(['H', 'T', 'D', 'F', 'E', 'X']);

/** Turns frames into bytes, with the magic line before and the checksum after them. */
export async function* encodeFrames(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const pass = (bytes: Buffer) => {
    hash.update(bytes);
    return bytes;
  };
  yield pass(MAGIC);
  for await (const frame of frames) yield pass(encode(frame));
  yield encode({ kind: 'X', body: hash.digest() });
}

/**
 * The frames of a backup file, in order, without the last checksum, which is compared instead.
 * Throws BackupError `backup_damaged` for anything else than a whole backup, `backup_newer` for a later format.
 */
export async function* readFrames(file: string): AsyncGenerator<Frame> {
  const hash = createHash('sha256');
  let rest: Buffer = Buffer.alloc(0);
  let isStarted = false;
  let isComplete = false;
  try {
    const source = createReadStream(file);
    const gunzip = createGunzip();
    source.on('error', (error) => gunzip.destroy(error));
    for await (const chunk of source.pipe(gunzip)) {
      rest = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
      if (!isStarted) {
        if (rest.length < MAGIC.length) continue;
        refuseOtherFormat(rest.subarray(0, MAGIC.length));
        hash.update(MAGIC);
        rest = rest.subarray(MAGIC.length);
        isStarted = true;
      }
      for (let frame = decode(rest); frame !== undefined; frame = decode(rest)) {
        const bytes = rest.subarray(0, HEAD_BYTES + frame.body.length);
        rest = rest.subarray(bytes.length);
        if (isComplete) throw new BackupError('backup_damaged', file);
        if (frame.kind === 'X') {
          if (!hash.digest().equals(frame.body)) throw new BackupError('backup_damaged', file);
          isComplete = true;
        } else {
          hash.update(bytes);
          yield frame;
        }
      }
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new BackupError(code === 'ENOENT' ? 'backup_not_found' : 'backup_damaged', file, { cause: error });
  }
  if (!isComplete || rest.length > 0) throw new BackupError('backup_damaged', file);
}

function encode(frame: Frame): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(frame.kind, 0, 'latin1');
  head.writeUInt32BE(frame.body.length, 1);
  return Buffer.concat([head, frame.body]);
}

/** Undefined when more bytes are needed. */
function decode(bytes: Buffer): Frame | undefined {
  if (bytes.length < HEAD_BYTES) return undefined;
  const kind = bytes.toString('latin1', 0, 1);
  const length = bytes.readUInt32BE(1);
  if (!KINDS.has(kind) || length > LONGEST_BODY_BYTES) throw new BackupError('backup_damaged');
  if (bytes.length < HEAD_BYTES + length) return undefined;
  return { kind: kind as FrameKind, body: bytes.subarray(HEAD_BYTES, HEAD_BYTES + length) };
}

function refuseOtherFormat(start: Buffer): void {
  if (start.equals(MAGIC)) return;
  const name = MAGIC.toString().split(' ')[0] as string;
  throw new BackupError(start.toString().startsWith(`${name} `) ? 'backup_newer' : 'backup_damaged');
}
