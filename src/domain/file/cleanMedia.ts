import { cleanJpeg } from './cleanJpeg';
import { cleanMp3 } from './cleanMp3';
import { cleanMp4 } from './cleanMp4';
import { cleanPng } from './cleanPng';

/** A picture or a sound without anything else, and what was measured of it; or why it cannot be taken. */
export type CleanMedia =
  | { kind: 'picture'; content: Uint8Array; width: number; height: number }
  | { kind: 'sound'; content: Uint8Array; seconds: number }
  | {
      kind: 'refused';
      code: 'picture_unreadable' | 'picture_too_large' | 'audio_unreadable' | 'audio_too_long';
    };

/**
 * Takes from a picture (JPEG, PNG) or a recording (MP3, M4A) everything that is not the picture or the sound: place,
 * time, device, names, thumbnails, texts, whatever stands behind its end (G4: location data removed from every
 * picture). How a picture is turned and its colours stay. Content that is broken off, is no picture or sound inside,
 * has too many pixels or lasts longer than 180 s is refused; null for content that does not begin as one of them.
 */
export function cleanMedia(content: Uint8Array): CleanMedia | null {
  const begins = (offset: number, bytes: readonly number[]) =>
    bytes.every((byte, index) => content[offset + index] === byte);
  if (begins(0, [0xff, 0xd8, 0xff])) return cleanJpeg(content);
  if (begins(0, [0x89, 0x50, 0x4e, 0x47])) return cleanPng(content);
  if (begins(4, [0x66, 0x74, 0x79, 0x70])) return cleanMp4(content);
  const isMp3 = begins(0, [0x49, 0x44, 0x33]) || (content[0] === 0xff && ((content[1] ?? 0) & 0xe6) === 0xe2);
  return isMp3 ? cleanMp3(content) : null;
}
