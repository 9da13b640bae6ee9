import type { CleanedMedia } from './cleanedMedia';
import { exifOfOrientation, joinBytes, orientationIn, pictureOf } from './pictureBytes';

const refused: CleanedMedia = { kind: 'refused', code: 'picture_unreadable' };

const SIGNATURE_BYTES = 8;

/** What drawing needs (PNG specification, third edition, 11): everything else is text, time, EXIF, animation or private. */
const keptChunks: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'bKGD', 'pHYs'],
]);

/** A PNG with what drawing needs, its orientation, and nothing else. See `cleanMedia`. */
export function cleanPng(content: Uint8Array): CleanedMedia {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const head: Uint8Array[] = [];
  const rest: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  let hasData = false;
  let at = SIGNATURE_BYTES;
  for (;;) {
    // length, type, data, checksum (5.3)
    if (at + 12 > content.length) return refused;
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > content.length) return refused;
    const type = String.fromCharCode(...content.subarray(at + 4, at + 8));
    const data = content.subarray(at + 8, at + 8 + length);
    if (checksum(content.subarray(at + 4, at + 8 + length)) !== view.getUint32(end - 4)) return refused;
    const isFirst = at === SIGNATURE_BYTES;
    if ((type === 'IHDR') !== isFirst) return refused;
    if (isFirst) {
      if (length !== 13) return refused;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
      if (size.width === 0 || size.height === 0) return refused;
    }
    if (type === 'IDAT') hasData = true;
    if (type === 'eXIf') orientation = orientationIn(data);
    if (keptChunks.has(type)) (isFirst ? head : rest).push(content.subarray(at, end));
    if (type === 'IEND') break;
    at = end;
  }
  if (!size || !hasData) return refused;
  return pictureOf(
    [content.subarray(0, SIGNATURE_BYTES), ...head, ...turned(orientation), ...rest],
    size,
    orientation,
  );
}

function turned(orientation: number): Uint8Array[] {
  if (orientation === 1) return [];
  const body = joinBytes([Uint8Array.from([0x65, 0x58, 0x49, 0x66]), exifOfOrientation(orientation)]);
  return [joinBytes([fourBytes(body.length - 4), body, fourBytes(checksum(body))])];
}

function fourBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** CRC-32 of ISO 3309 (PNG specification, annex D). */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
