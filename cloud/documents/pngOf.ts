import { deflateSync } from 'node:zlib';

/** Red, green, blue and cover, 0 to 255 each. */
export type Pixel = readonly [number, number, number, number];

/** A picture as PNG bytes (colour type 6, 8 bits), each pixel as `at` says. */
export function pngOf(width: number, height: number, at: (column: number, row: number) => Pixel): Buffer {
  const rows: Buffer[] = [];
  for (let row = 0; row < height; row++) {
    const pixels = [0];
    for (let column = 0; column < width; column++) pixels.push(...at(column, row));
    rows.push(Buffer.from(pixels));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The check sum PNG asks for (Node has its own only from 22.2). */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}
