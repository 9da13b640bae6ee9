import { signal } from './signal';

export interface Announcement {
  sentence: string;
  /** Counts up, so that the same sentence twice is said twice. */
  at: number;
}

/** The latest sentence; the frame of the screen (ui/Screen) says and shows it. */
export const announcement = signal<Announcement | undefined>(undefined);

/** Says one sentence: a screen reader reads it, others see it for five seconds. For what needs no answer. */
export function announce(sentence: string): void {
  announcement.set({ sentence, at: (announcement.get()?.at ?? 0) + 1 });
}
