import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Pixel, pngOf } from '../documents/pngOf';

// The picture of a card in a WeChat group: five to four. A dawn over a still horizon, without words or names.
const width = 500;
const height = 400;
const horizon = 290;
const sun = { x: width / 2, y: horizon, radius: 92 };
/** The tokens dawn-from, dawn-to, gold-soft and card, light (src/ui/tokens.scss). */
const colours = {
  above: [0xb7, 0x14, 0x1e],
  low: [0xe0, 0xa5, 0x4a],
  sun: [0xf1, 0xe6, 0xcc],
  ground: [0xff, 0xff, 0xff],
};

function mix(from: readonly number[], to: readonly number[], share: number): Pixel {
  const [red, green, blue] = [0, 1, 2].map((at) =>
    Math.round((from[at] ?? 0) * (1 - share) + (to[at] ?? 0) * share),
  );
  return [red ?? 0, green ?? 0, blue ?? 0, 255];
}

function pixel(column: number, row: number): Pixel {
  if (row >= horizon) {
    // Lines on the water below, wider apart as they come nearer.
    const depth = row - horizon;
    const isLine = [14, 38, 72].some(
      (at, index) => Math.abs(depth - at) <= 2 && Math.abs(column - sun.x) < 150 - index * 40,
    );
    return isLine ? mix(colours.low, colours.ground, 0.2) : mix(colours.ground, colours.ground, 0);
  }
  const sky = mix(colours.above, colours.low, (row / horizon) ** 2);
  const inside = Math.min(1, Math.max(0, sun.radius - Math.hypot(column - sun.x, row - sun.y) + 0.5));
  return mix(sky, colours.sun, inside);
}

const folder = path.join(__dirname, '../../src/static');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'group-card.png'), pngOf(width, height, pixel));
