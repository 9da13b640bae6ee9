import type { CleanedMedia } from './cleanedMedia';
import { soundOf } from './recordingLength';

const refused: CleanedMedia = { kind: 'refused', code: 'audio_unreadable' };

/** Boxes that hold other boxes (ISO 14496-12). */
const containers: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl']);
/** Boxes that say something besides the sound: names, place, device (ISO 14496-12 8.10, 8.11, 11.1). */
const asideBoxes: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'free', 'skip']);

/** moov, trak, mdia, minf, stbl: nothing of ours lies deeper. */
const DEEPEST = 6;

/** Where the clock of a header box in its longer version ends (8.2.2). */
const CLOCK_BYTES = 32;

interface Box {
  type: string;
  start: number;
  bodyStart: number;
  end: number;
}

/**
 * An M4A whose boxes beside the sound are emptied in place (what stands where in the file stays true), and its length:
 * the greater of what its head says and its sound's samples add up to. A video is no recording. See `cleanMedia`.
 */
export function cleanMp4(content: Uint8Array): CleanedMedia {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const emptied: Box[] = [];
  let seconds = 0;
  let hasSound = false;
  let hasPicture = false;
  let hasData = false;
  // The clock of the track that is being read.
  let timescale = 0;

  const read = (from: number, end: number, depth: number): boolean => {
    if (depth > DEEPEST) return false;
    for (let at = from; at < end; ) {
      const box = boxAt(view, at, end);
      if (!box) return false;
      const { type, bodyStart } = box;
      const length = box.end - bodyStart;
      if (asideBoxes.has(type)) emptied.push(box);
      else if (containers.has(type)) {
        if (!read(bodyStart, box.end, depth + 1)) return false;
      } else if (type === 'mdat') hasData ||= length > 0;
      else if (type === 'mvhd' && length >= CLOCK_BYTES)
        seconds = Math.max(seconds, secondsOf(view, bodyStart).seconds);
      else if (type === 'mdhd' && length >= 20 && bodyStart + CLOCK_BYTES <= content.length) {
        const clock = secondsOf(view, bodyStart);
        timescale = clock.timescale;
        seconds = Math.max(seconds, clock.seconds);
      } else if (type === 'hdlr' && length >= 12) {
        const handler = view.getUint32(bodyStart + 8);
        hasSound ||= handler === 0x736f756e; // soun
        hasPicture ||= handler === 0x76696465; // vide
      } else if (type === 'stts' && length >= 8 && timescale > 0) {
        seconds = Math.max(seconds, samplesOf(view, bodyStart, box.end) / timescale);
      }
      at = box.end;
    }
    return true;
  };

  if (!read(0, content.length, 0) || !hasSound || hasPicture || !hasData) return refused;
  return soundOf(seconds, () => {
    const cleaned = content.slice();
    for (const { start, bodyStart, end } of emptied) {
      cleaned.set([0x66, 0x72, 0x65, 0x65], start + 4); // free
      cleaned.fill(0, bodyStart, end);
    }
    return cleaned;
  });
}

/** The box at `at`; null when it does not fit before `end` (8.1: size 1 is followed by 64 bits, size 0 goes to the end). */
function boxAt(view: DataView, at: number, end: number): Box | null {
  if (at + 8 > end) return null;
  const type = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
  const short = view.getUint32(at);
  const isLong = short === 1;
  if (isLong && at + 16 > end) return null;
  const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? end - at : short;
  const bodyStart = at + (isLong ? 16 : 8);
  return size < bodyStart - at || at + size > end ? null : { type, start: at, bodyStart, end: at + size };
}

/** The clock of a header box: version 1 counts in 64 bits (8.2.2, 8.4.2). */
function secondsOf(view: DataView, at: number): { timescale: number; seconds: number } {
  const isLong = view.getUint8(at) === 1;
  const timescale = view.getUint32(at + (isLong ? 20 : 12));
  const duration = isLong ? Number(view.getBigUint64(at + 24)) : view.getUint32(at + 16);
  return { timescale, seconds: timescale > 0 ? duration / timescale : 0 };
}

/** How long the samples of a track last together, in its clock (8.6.1.2). */
function samplesOf(view: DataView, at: number, end: number): number {
  const entries = view.getUint32(at + 4);
  let total = 0;
  for (let entry = 0, place = at + 8; entry < entries && place + 8 <= end; entry += 1, place += 8) {
    total += view.getUint32(place) * view.getUint32(place + 4);
  }
  return total;
}
