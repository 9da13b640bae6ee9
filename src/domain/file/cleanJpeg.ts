import type { CleanedMedia } from './cleanedMedia';
import { exifOfOrientation, joinBytes, orientationIn, pictureOf } from './pictureBytes';

const refused: CleanedMedia = { kind: 'refused', code: 'picture_unreadable' };

/** Markers, ITU-T T.81 table B.1. */
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
/** Quantisation and Huffman tables, arithmetic conditioning, restart interval: what decoding needs besides frames and scans. */
const decodingTables: readonly number[] = [0xdb, 0xc4, 0xcc, 0xdd];
/** Segments of applications that colours need, with how they begin: ICC profile (ICC.1 B.4), Adobe's transform. */
const colourSegments: readonly (readonly [marker: number, name: string])[] = [
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
];

/** A JPEG with its tables, frame, scans, colours and orientation, and nothing else. See `cleanMedia`. */
export function cleanJpeg(content: Uint8Array): CleanedMedia {
  const kept: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  let hasScan = false;
  let at = 2;
  for (;;) {
    if (content[at] !== 0xff) return refused;
    while (content[at] === 0xff) at += 1;
    const marker = content[at];
    at += 1;
    if (marker === undefined) return refused;
    if (marker === EOI) break;
    const length = ((content[at] ?? 0) << 8) | (content[at + 1] ?? 0);
    if (length < 2 || at + length > content.length) return refused;
    const segment = content.subarray(at - 2, at + length);
    const body = content.subarray(at + 2, at + length);
    at += length;
    if (marker === SOS) {
      const end = endOfScan(content, at);
      if (end === null || !size) return refused;
      kept.push(segment, content.subarray(at, end));
      hasScan = true;
      at = end;
    } else if (isFrame(marker)) {
      // A second frame belongs to hierarchical pictures, which no browser shows.
      if (size || body.length < 6) return refused;
      size = {
        height: ((body[1] ?? 0) << 8) | (body[2] ?? 0),
        width: ((body[3] ?? 0) << 8) | (body[4] ?? 0),
      };
      if (size.width === 0 || size.height === 0) return refused;
      kept.push(segment);
    } else if (decodingTables.includes(marker) || isColour(marker, body)) {
      kept.push(segment);
    } else if (marker === APP1 && begins(body, 'Exif\0\0')) {
      orientation = orientationIn(body.subarray(6));
    }
  }
  if (!size || !hasScan) return refused;
  return pictureOf(
    [Uint8Array.from([0xff, 0xd8]), ...turned(orientation), ...kept, Uint8Array.from([0xff, EOI])],
    size,
    orientation,
  );
}

/** Where the entropy-coded data ends: at a marker that is neither a stuffed byte nor a restart (B.1.1.2, B.1.1.5); null when the file breaks off. */
function endOfScan(content: Uint8Array, from: number): number | null {
  for (let at = content.indexOf(0xff, from); at >= 0; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1];
    if (next === undefined) return null;
    if (next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return null;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which lie among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function isColour(marker: number, body: Uint8Array): boolean {
  // JFIF without a thumbnail; one with it is dropped, and readers take the same colours without.
  if (marker === APP0) return body.length === 14 && begins(body, 'JFIF\0');
  return colourSegments.some(([segment, name]) => segment === marker && begins(body, name));
}

function begins(body: Uint8Array, name: string): boolean {
  return [...name].every((sign, index) => body[index] === sign.charCodeAt(0));
}

function turned(orientation: number): Uint8Array[] {
  if (orientation === 1) return [];
  const exif = exifOfOrientation(orientation);
  const length = 2 + 6 + exif.length;
  return [
    joinBytes([
      Uint8Array.from([0xff, APP1, length >> 8, length & 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0]),
      exif,
    ]),
  ];
}
