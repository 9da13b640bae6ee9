import type { CleanedMedia } from './cleanedMedia';

/** What a phone decodes without trouble: 25 million pixels are 100 MB of memory. A camera's 12 or 24 million fit. */
const MOST_PIXELS = 25_000_000;

/** Joins pieces of bytes. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** A finished picture, as one sees it: an orientation of 5 to 8 lies on its side (EXIF 4.6.4, tag 0x0112). */
export function pictureOf(
  parts: readonly Uint8Array[],
  size: { width: number; height: number },
  orientation: number,
): CleanedMedia {
  if (size.width * size.height > MOST_PIXELS) return { kind: 'refused', code: 'picture_too_large' };
  const isTurned = orientation >= 5;
  return {
    kind: 'picture',
    content: joinBytes(parts),
    width: isTurned ? size.height : size.width,
    height: isTurned ? size.width : size.height,
  };
}

/** How a picture is turned, 1 to 8, from EXIF data that begins with its TIFF header; 1 when it does not say. */
export function orientationIn(exif: Uint8Array): number {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  if (exif.length < 14) return 1;
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const isLittle = order === 0x4949;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > exif.length) return 1;
  const entries = view.getUint16(directory, isLittle);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > exif.length) return 1;
    if (view.getUint16(at, isLittle) !== 0x0112) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** EXIF data that says how the picture is turned and nothing else. */
export function exifOfOrientation(orientation: number): Uint8Array {
  return Uint8Array.from([
    // "MM", 42, first directory at 8; one entry: 0x0112, SHORT, 1 value; no further directory
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ]);
}
