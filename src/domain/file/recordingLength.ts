import type { CleanedMedia } from './cleanedMedia';

/** A recording lasts at most this long, in seconds (product.md A1). */
export const MOST_SECONDS = 180;

/** Encoders pad the beginning and the end of what was recorded in exactly 180 s; less than a second together. */
const PADDING_SECONDS = 1;

/** A recording of measured length in seconds, or its refusal. */
export function soundOf(seconds: number, content: () => Uint8Array): CleanedMedia {
  if (!(seconds > 0)) return { kind: 'refused', code: 'audio_unreadable' };
  if (seconds >= MOST_SECONDS + PADDING_SECONDS) return { kind: 'refused', code: 'audio_too_long' };
  const whole = Math.min(MOST_SECONDS, Math.max(1, Math.round(seconds)));
  return { kind: 'sound', content: content(), seconds: whole };
}
