import type { CleanedMedia } from './cleanedMedia';
import { joinBytes } from './pictureBytes';
import { soundOf } from './recordingLength';

/** kbit/s by index, layer III: MPEG-1 (ISO 11172-3 2.4.2.3), then MPEG-2 and 2.5 (ISO 13818-3 2.4.2.3). */
const bitRates = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
/** Hz by index for MPEG-1; half of it for MPEG-2, a quarter for MPEG-2.5. */
const sampleRates = [44_100, 48_000, 32_000];

/** Fewer frames than these (a tenth of a second) are chance, not sound. */
const FEWEST_FRAMES = 4;

/** An MP3's frames, and their length by counting them: what tags say of it is not believed. See `cleanMedia`. */
export function cleanMp3(content: Uint8Array): CleanedMedia {
  const frames: Uint8Array[] = [];
  let seconds = 0;
  let skipped = 0;
  let at = afterTags(content);
  while (at + 4 <= content.length) {
    const frame = frameAt(content, at);
    if (frame && at + frame.bytes <= content.length) {
      frames.push(content.subarray(at, at + frame.bytes));
      seconds += frame.seconds;
      at += frame.bytes;
    } else {
      at += 1;
      skipped += 1;
    }
  }
  // Tags at the end and a broken last frame are small beside the sound; a text with chance frames is not.
  const sound = frames.reduce((sum, frame) => sum + frame.length, 0);
  if (frames.length < FEWEST_FRAMES || skipped > sound) return { kind: 'refused', code: 'audio_unreadable' };
  return soundOf(seconds, () => joinBytes(frames));
}

/** Where the sound begins: behind ID3v2 tags, each with its size in 4 bytes of 7 bits (ID3v2.4 3.1). */
function afterTags(content: Uint8Array): number {
  let at = 0;
  while (content[at] === 0x49 && content[at + 1] === 0x44 && content[at + 2] === 0x33) {
    const size = [6, 7, 8, 9].reduce((sum, index) => sum * 128 + ((content[at + index] ?? 0) & 0x7f), 0);
    at += 10 + size;
  }
  return at;
}

function frameAt(content: Uint8Array, at: number): { bytes: number; seconds: number } | null {
  const [first = 0, second = 0, third = 0] = content.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xe6) !== 0xe2) return null;
  const version = (second >> 3) & 3;
  const bitRate = bitRates[version === 3 ? 'one' : 'two'][third >> 4];
  const fullRate = sampleRates[(third >> 2) & 3];
  // Version 1 is reserved; a free bit rate (0) has no length to step by.
  if (version === 1 || !bitRate || !fullRate) return null;
  const sampleRate = version === 3 ? fullRate : version === 2 ? fullRate / 2 : fullRate / 4;
  const samples = version === 3 ? 1152 : 576;
  const padding = (third >> 1) & 1;
  const bytes = Math.floor(((samples / 8) * bitRate * 1000) / sampleRate) + padding;
  return { bytes, seconds: samples / sampleRate };
}
