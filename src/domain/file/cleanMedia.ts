import type { CleanedMedia } from './cleanedMedia';
import { cleanJpeg } from './cleanJpeg';
import { cleanMp3 } from './cleanMp3';
import { cleanMp4 } from './cleanMp4';
import { cleanPng } from './cleanPng';
import { bears } from './fileKinds';

/**
 * Takes from a picture (JPEG, PNG) or a recording (MP3, M4A) everything that is not the picture or the sound: place,
 * time, device, names, thumbnails, texts, whatever stands behind its end (G4: location data removed from every
 * picture). How a picture is turned and its colours stay. Content that is broken off, is no picture or sound inside,
 * has too many pixels or lasts longer than 180 s is refused; null for content that does not begin as one of them.
 */
export function cleanMedia(content: Uint8Array): CleanedMedia | null {
  if (bears('jpeg', content)) return cleanJpeg(content);
  if (bears('png', content)) return cleanPng(content);
  if (bears('mp4', content)) return cleanMp4(content);
  return bears('mp3', content) ? cleanMp3(content) : null;
}
