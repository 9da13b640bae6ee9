import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { DocumentRefused } from './reading';

/** An Office file has some dozens of parts, with many pictures some hundreds. */
const MAX_PARTS = 4000;
/** A sheet of 50,000 rows and 30 columns is about 90 MB of XML; parts are streamed, never held. */
const MAX_PART_BYTES = 256 * 1024 * 1024;
/** Sheets of repeated cells pack about 30 to 1, deflate's end is 1032 to 1: so dense is nothing but a bomb. */
const MAX_RATIO = 300;
/** Below this size any ratio is harmless. */
const RATIO_FROM_BYTES = 4 * 1024 * 1024;

/** The parts of an Office file (a zip), by their path without a leading slash. */
export interface ZipParts {
  has(path: string): boolean;
  /** The unpacked bytes; refuses with `document_damaged` without such a part, `document_too_large` for a bomb. */
  open(path: string): Promise<Readable>;
}

/** Reads the list of parts. Refuses with `document_damaged` what is no zip or breaks off. */
export async function openZip(content: Uint8Array): Promise<ZipParts> {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const zip = await fromBufferPromise(buffer);
  if (zip.entryCount > MAX_PARTS) throw new DocumentRefused('document_too_large');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    judge(entry);
    // Of two parts with one name readers disagree which counts: that is how a file shows two faces.
    if (entries.has(key(entry.fileName))) throw new DocumentRefused('document_damaged');
    entries.set(key(entry.fileName), entry);
  }
  return {
    has: (path) => entries.has(key(path)),
    open: (path) => openPart(zip, entries.get(key(path))),
  };
}

/** Part names are compared without regard to case (ECMA-376, part 2). */
function key(path: string): string {
  return path.replace(/^\/+/, '').toLowerCase();
}

function judge({ uncompressedSize, compressedSize }: Entry): void {
  const isDense = uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * MAX_RATIO;
  if (uncompressedSize > MAX_PART_BYTES || isDense) throw new DocumentRefused('document_too_large');
}

async function openPart(zip: ZipFile, entry: Entry | undefined): Promise<Readable> {
  if (!entry) throw new DocumentRefused('document_damaged');
  if (entry.isEncrypted()) throw new DocumentRefused('document_locked');
  // The stream breaks off when more comes out than the directory says, so the sizes judged above hold.
  return zip.openReadStreamPromise(entry);
}
