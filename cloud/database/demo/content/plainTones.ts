/**
 * A made-up recording: a chime of three notes, played twice. Made here of nothing but tones, so that the demo bureau
 * has a recording that belongs to nobody and has nobody's voice in it.
 */

/** MPEG-2 layer III (ISO 13818-3), 16 kHz, 8 kbit/s, mono: 36 bytes and 36 ms a frame, of 576 lines. */
const HEADER = [0xff, 0xf3, 0x18, 0xc4];
const FRAME_BYTES = 36;
const FRAME_SECONDS = 576 / 16_000;
/** A line is 13.9 Hz wide: these are about 520, 660 and 780 Hz. */
const NOTES = [37, 47, 56];
/** Of global_gain: 210 is full scale, 4 less is half (ISO 11172-3 2.4.3.4). A bell begins soft and fades. */
const LOUDEST = 204;
const FRAMES_PER_NOTE = 40;

/** The recording's bytes, about 9 s. */
export function plainTones(): Buffer {
  const melody = [...NOTES, ...NOTES];
  const frames = melody.flatMap((line) =>
    Array.from({ length: FRAMES_PER_NOTE }, (_, at) => frameOf(line, LOUDEST - at, at)),
  );
  return Buffer.concat(frames);
}

/** What `plainTones` lasts, in whole seconds. */
export const plainTonesSeconds = Math.round(2 * NOTES.length * FRAMES_PER_NOTE * FRAME_SECONDS);

/** A frame with one line of the spectrum; the signs of frames in a row (+ - - + or + + - -) keep the wave unbroken. */
function frameOf(line: number, gain: number, at: number): Buffer {
  const signs = line % 2 === 0 ? [0, 1, 1, 0] : [0, 0, 1, 1];
  const isNegative = signs[at % 4] === 1;
  const bits = new BitWriter();
  const pairs = Math.floor(line / 2) + 1;
  // Table 1 (ISO 11172-3 table 3-B.7): (0,0) 1, (1,0) 01, (0,1) 001, and a sign for what is not 0.
  const last = line % 2 === 0 ? [2, 0b01] : [3, 0b001];
  const huffmanBits = pairs - 1 + (last[0] ?? 0) + 1;
  // Side information (ISO 13818-3 2.4.1.7): no reservoir, one granule, long blocks, table 1 in all regions.
  bits.put(8, 0);
  bits.put(1, 0);
  bits.put(12, huffmanBits);
  bits.put(9, pairs);
  bits.put(8, gain);
  bits.put(9, 0);
  bits.put(1, 0);
  for (let region = 0; region < 3; region += 1) bits.put(5, 1);
  bits.put(4, 15);
  bits.put(3, 7);
  bits.put(1, 0);
  bits.put(1, 0);
  for (let pair = 1; pair < pairs; pair += 1) bits.put(1, 1);
  bits.put(last[0] ?? 0, last[1] ?? 0);
  bits.put(1, isNegative ? 1 : 0);
  const frame = Buffer.alloc(FRAME_BYTES);
  frame.set(HEADER);
  frame.set(bits.bytes(), HEADER.length);
  return frame;
}

/** Bits in the order of the standards: the highest first. */
class BitWriter {
  private readonly bits: number[] = [];

  put(count: number, value: number): void {
    for (let bit = count - 1; bit >= 0; bit -= 1) this.bits.push((value >> bit) & 1);
  }

  bytes(): number[] {
    const bytes: number[] = [];
    for (const [at, bit] of this.bits.entries()) {
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (7 - (at & 7)));
    }
    return bytes;
  }
}
