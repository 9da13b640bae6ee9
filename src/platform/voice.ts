import { signal } from './signal';

/** Whether the machine reads aloud now. */
export const isSpeaking = signal(false);

/** True once the device is known to have a Chinese voice of its own; voices may come late. */
export const hasVoice = signal(false);

let voice: SpeechSynthesisVoice | undefined;

/**
 * Looks for a Chinese voice that works on the device itself: others send the text to their maker. WeChat has none.
 * Returns the way to stop looking.
 */
export function watchVoice(): () => void {
  if (process.env.TARO_ENV === 'weapp' || typeof speechSynthesis === 'undefined') return () => undefined;
  const look = () => {
    voice = speechSynthesis
      .getVoices()
      .find(({ lang, localService }) => localService && /^zh[-_](CN|Hans)/i.test(lang));
    hasVoice.set(voice !== undefined);
  };
  look();
  speechSynthesis.addEventListener('voiceschanged', look);
  return () => speechSynthesis.removeEventListener('voiceschanged', look);
}

/** Reads paragraphs aloud, one after the other. Call it from a press. */
export function speak(paragraphs: readonly string[]): void {
  stopSpeaking();
  const utterances = paragraphs.map((text) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = 'zh-CN';
    if (voice) utterance.voice = voice;
    utterance.onerror = () => isSpeaking.set(false);
    return utterance;
  });
  const last = utterances[utterances.length - 1];
  if (!last) return;
  last.onend = () => isSpeaking.set(false);
  isSpeaking.set(true);
  for (const utterance of utterances) speechSynthesis.speak(utterance);
}

/** Ends reading aloud. */
export function stopSpeaking(): void {
  if (process.env.TARO_ENV === 'weapp' || typeof speechSynthesis === 'undefined') return;
  speechSynthesis.cancel();
  isSpeaking.set(false);
}
