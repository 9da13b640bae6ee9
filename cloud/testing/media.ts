import { deflateSync } from 'node:zlib';

/** Bytes of made-up pictures and recordings: small, whole, and with what should not leave a phone. */

const ascii = (text: string) => Buffer.from(text, 'latin1');
const u16 = (value: number) => Buffer.from([value >> 8, value & 0xff]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** A PNG of one colour, with further chunks (type, content) behind its head. */
export function pngOf(width: number, height: number, extra: readonly [string, Buffer][] = []): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([ascii(type), data]);
    return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
  };
  const rows = Buffer.alloc(height * (1 + width * 3), 0xc0);
  for (let row = 0; row < height; row += 1) rows[row * (1 + width * 3)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([8, 2, 0, 0, 0])])),
    ...extra.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** EXIF data with an orientation and, as cameras write it, where the picture was taken. */
export function exifWithPlace(orientation: number): Buffer {
  return Buffer.concat([
    ...[ascii('MM'), u16(42), u32(8), u16(2)],
    ...[u16(0x0112), u16(3), u32(1), u16(orientation), u16(0)],
    // GPS directory at 38: latitude reference and a sentence that tests look for
    ...[u16(0x8825), u16(4), u32(1), u32(38), u32(0)],
    ...[u16(1), u16(1), u16(2), u32(2), ascii('N\0\0\0'), u32(0), ascii('GPS 31.2304N 121.4737E')],
  ]);
}

/** A JPEG as a camera writes it: EXIF with place, XMP, comment, a smooth 8 x 8 picture, and something behind its end. */
export function jpegWithPlace(orientation: number): Buffer {
  const segment = (marker: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body]);
  const one = Buffer.alloc(64, 1);
  const dcTable = Buffer.concat([Buffer.from([0x00, 0, 1, ...Array(14).fill(0)]), Buffer.from([0])]);
  const acTable = Buffer.concat([Buffer.from([0x10, 0, 1, ...Array(14).fill(0)]), Buffer.from([0])]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.concat([ascii('Exif\0\0'), exifWithPlace(orientation)])),
    segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPSLatitude</x:xmpmeta>')),
    segment(0xed, ascii('Photoshop 3.0\0 City: Shanghai')),
    segment(0xfe, ascii('taken by somebody')),
    segment(0xe2, ascii('ICC_PROFILE\0 profile')),
    segment(0xdb, Buffer.concat([Buffer.from([0]), one])),
    segment(0xc0, Buffer.concat([Buffer.from([8]), u16(8), u16(16), Buffer.from([1, 1, 0x11, 0])])),
    segment(0xc4, dcTable),
    segment(0xc4, acTable),
    segment(0xda, Buffer.from([1, 1, 0x00, 0, 63, 0])),
    // two blocks of two zero codes of two bits each, then ones
    Buffer.from([0x00]),
    Buffer.from([0xff, 0xd9]),
    ascii('and a film behind the picture, GPS'),
  ]);
}

/** An MP3 of silence: frames of MPEG-1 layer III, 32 kbit/s, 32 kHz, mono, 36 ms each, behind a tag with a name. */
export function mp3Of(seconds: number): Buffer {
  const frame = Buffer.alloc(144);
  frame.set([0xff, 0xfb, 0x18, 0xc4]);
  const title = ascii('TIT2 recorded by somebody at N31.23');
  const tag = Buffer.concat([ascii('ID3'), Buffer.from([4, 0, 0, 0, 0, 0, title.length]), title]);
  const frames = Array.from({ length: Math.round(seconds / 0.036) }, () => frame);
  return Buffer.concat([tag, ...frames, ascii('TAGsomebody'), Buffer.alloc(117)]);
}

/** An M4A whose head says `seconds`, with one sound track whose samples add up to `sampled`, and a place in its notes. */
export function m4aOf(seconds: number, sampled: number = seconds, handler = 'soun'): Buffer {
  const box = (type: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    return Buffer.concat([u32(8 + body.length), ascii(type), body]);
  };
  const clock = (scale: number, length: number) =>
    Buffer.concat([Buffer.alloc(12), u32(scale), u32(Math.round(length * scale)), Buffer.alloc(16)]);
  return Buffer.concat([
    box('ftyp', ascii('M4A \0\0\0\0')),
    box(
      'moov',
      box('mvhd', clock(1000, seconds)),
      box(
        'trak',
        box(
          'mdia',
          box('mdhd', clock(44_100, seconds)),
          box('hdlr', Buffer.alloc(8), ascii(handler), Buffer.alloc(12)),
          box(
            'minf',
            box('stbl', box('stts', Buffer.alloc(4), u32(1), u32(1), u32(Math.round(sampled * 44_100)))),
          ),
        ),
      ),
      box('udta', box('\u00a9xyz', ascii('+31.2304+121.4737/'))),
    ),
    box('mdat', Buffer.alloc(2_000, 7)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
