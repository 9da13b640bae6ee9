import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Shape, type TabIconName, tabIcons } from '../../src/ui/tabIcons';
import { pngOf } from '../documents/pngOf';

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

/** One icon as PNG bytes: one colour with transparency. */
function png(shapes: Shape[], colour: string): Buffer {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return pngOf(size, size, (column, row) => [red, green, blue, coverage(shapes, column, row)]);
}

mkdirSync(folder, { recursive: true });
for (const name of Object.keys(tabIcons) as TabIconName[]) {
  for (const [suffix, colour] of Object.entries(colours)) {
    writeFileSync(path.join(folder, `${name}${suffix}.png`), png(tabIcons[name], colour));
  }
}
