import { now } from './clock';
import { startAt } from './routes';
import { forget, store, stored } from './storage';

const key = 'entryLink';

/** A card is followed at once; by the next day the person has other things in mind. */
const keptMs = 24 * 3_600_000;

/** Remembers the card that somebody came by who must first be let in. */
export function keepEntryLink(link: string): void {
  store(key, { link, at: now().getTime() });
}

/** The screen opened what the card leads to, or the person went elsewhere. */
export function forgetEntryLink(): void {
  forget(key);
}

/** Where the way in ends: at what the card in the group leads to, else at 晨学. */
export async function startAtEntry(): Promise<void> {
  const kept = stored<{ link: string; at: number }>(key);
  forgetEntryLink();
  if (kept && now().getTime() - kept.at < keptMs) await startAt('link', { link: kept.link });
  else await startAt('today');
}
