import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { type Shape, type TabIconName, tabIcons } from '../../src/ui/tabIcons';

// WeChat's tab bar wants 81 x 81 pixels, at most 40 KB.
const size = 81;
const grid = 24;
const samplesPerSide = 4;
const folder = path.join(__dirname, '../../src/static/tabs');
/** The tokens ink-3 and brand, light and dark (src/ui/tokens.scss). */
const colours = { '': '666D75', '-selected': 'B7141E', '-dark': '9AA1A9', '-dark-selected': 'FF6B66' };

function isInside(shape: Shape, x: number, y: number): boolean {
  if (shape.kind === 'line') {
    const [x1, y1] = shape.from;
    const [dx, dy] = [shape.to[0] - x1, shape.to[1] - y1];
    const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) <= shape.width / 2;
  }
  const [cx, cy] = shape.centre;
  const half = shape.width / 2;
  const onRing = Math.abs(Math.hypot(x - cx, y - cy) - shape.radius) <= half;
  if (shape.kind === 'circle') return onRing;
  const atEnd = [-1, 1].some((side) => Math.hypot(x - cx - side * shape.radius, y - cy) <= half);
  return (onRing && y <= cy) || atEnd;
}

/** How much of the pixel the shapes cover, 0 to 255. */
function coverage(shapes: Shape[], column: number, row: number): number {
  let hits = 0;
  for (let i = 0; i < samplesPerSide ** 2; i++) {
    const x = ((column + ((i % samplesPerSide) + 0.5) / samplesPerSide) / size) * grid;
    const y = ((row + (Math.floor(i / samplesPerSide) + 0.5) / samplesPerSide) / size) * grid;
    if (shapes.some((shape) => isInside(shape, x, y))) hits++;
  }
  return Math.round((hits / samplesPerSide ** 2) * 255);
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

/** One icon as PNG bytes: one colour with transparency (colour type 6, 8 bits). */
function png(shapes: Shape[], colour: string): Buffer {
  const rgb = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const rows: Buffer[] = [];
  for (let row = 0; row < size; row++) {
    const pixels = [0];
    for (let column = 0; column < size; column++) pixels.push(...rgb, coverage(shapes, column, row));
    rows.push(Buffer.from(pixels));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

mkdirSync(folder, { recursive: true });
for (const name of Object.keys(tabIcons) as TabIconName[]) {
  for (const [suffix, colour] of Object.entries(colours)) {
    writeFileSync(path.join(folder, `${name}${suffix}.png`), png(tabIcons[name], colour));
  }
}
