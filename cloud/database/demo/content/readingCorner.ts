import { type Pixel, pngOf } from '../../../documents/pngOf';

/** A drawing of a reading corner: a lamp over a table with an open book, a window at dawn. Drawn here, of nobody. */

/** Pixels; three to two, twice as many as a phone of 360 px shows. */
export const readingCornerSize = { width: 720, height: 480 };

const wall: Pixel = [244, 236, 220, 255];
const floor: Pixel = [216, 196, 164, 255];
const wood: Pixel = [146, 98, 60, 255];
const darkWood: Pixel = [110, 72, 44, 255];
const paper: Pixel = [255, 253, 246, 255];
const ink: Pixel = [176, 168, 154, 255];
const lamp: Pixel = [168, 42, 36, 255];
const light: Pixel = [252, 240, 196, 255];
const sun: Pixel = [241, 230, 204, 255];
const frame: Pixel = [255, 255, 255, 255];
const leaf: Pixel = [78, 128, 86, 255];

/** The picture's bytes (PNG). */
export function readingCorner(): Buffer {
  return pngOf(readingCornerSize.width, readingCornerSize.height, pixelAt);
}

function pixelAt(x: number, y: number): Pixel {
  return lampAt(x, y) ?? bookAt(x, y) ?? plantAt(x, y) ?? tableAt(x, y) ?? windowAt(x, y) ?? roomAt(x, y);
}

function within(x: number, y: number, [left, top, right, bottom]: readonly [number, number, number, number]) {
  return x >= left && x < right && y >= top && y < bottom;
}

function lampAt(x: number, y: number): Pixel | null {
  if (within(x, y, [498, 0, 502, 96])) return darkWood;
  if (y >= 96 && y < 150 && Math.abs(x - 500) < 26 + (y - 96) * 0.9) return lamp;
  return Math.hypot(x - 500, y - 152) < 16 && y >= 150 ? light : null;
}

function bookAt(x: number, y: number): Pixel | null {
  const side = Math.abs(x - 470);
  const top = 304 + side * 0.06;
  if (side >= 104 || y < top || y >= top + 34) return null;
  if (side < 2) return ink;
  const line = (y - top) % 8;
  return side > 12 && side < 92 && line >= 4 && line < 6 ? ink : paper;
}

function plantAt(x: number, y: number): Pixel | null {
  if (within(x, y, [250, 292, 298, 340])) return lamp;
  const leaves = [
    [274, 262, 20, 34],
    [252, 274, 18, 24],
    [298, 274, 18, 24],
  ] as const;
  return leaves.some(([cx, cy, rx, ry]) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1) ? leaf : null;
}

function tableAt(x: number, y: number): Pixel | null {
  if (within(x, y, [200, 338, 640, 358])) return wood;
  return within(x, y, [226, 358, 244, 452]) || within(x, y, [596, 358, 614, 452]) ? darkWood : null;
}

function windowAt(x: number, y: number): Pixel | null {
  if (!within(x, y, [60, 60, 300, 240])) return null;
  if (!within(x, y, [70, 70, 290, 230]) || Math.abs(x - 180) < 4) return frame;
  if (Math.hypot(x - 180, y - 226) < 52) return sun;
  const share = (y - 70) / 160;
  return [Math.round(183 + 41 * share), Math.round(60 + 105 * share), Math.round(48 + 26 * share), 255];
}

function roomAt(x: number, y: number): Pixel {
  if (y >= 420) return floor;
  // What the lamp throws on the wall, in a few steps so that the file stays small.
  const step = Math.max(0, 4 - Math.floor(Math.hypot(x - 500, y - 170) / 60));
  return [wall[0] + step * 2, wall[1] + step * 3, wall[2] + step * 2, 255];
}
