import { ownerOf, session } from '../../platform/session';
import { forget, store, stored } from '../../platform/storage';

/** Enough for an exam; what lies longer was not wanted. */
const MOST = 20;

type Written = Record<string, string[]>;

/** What this person has written into the blanks of a question on this device and not sent; undefined: nothing. */
export function textsWritten(questionId: string): string[] | undefined {
  return all()[questionId];
}

/**
 * Keeps what is written into the blanks of a question, for this person on this device only: a reload or a phone call
 * loses nothing, and nothing leaves the phone. `undefined`, or nothing but empty texts: it was sent, or taken back.
 */
export function keepTexts(questionId: string, texts: readonly string[] | undefined): void {
  const place = placeOf();
  if (!place) return;
  const { [questionId]: before, ...others } = all();
  const isWritten = texts?.some((text) => text !== '') ?? false;
  if (!before && !isWritten) return;
  const kept = Object.entries(others).slice(isWritten ? 1 - MOST : -MOST);
  if (isWritten) kept.push([questionId, [...(texts ?? [])]]);
  if (kept.length > 0) store(place, Object.fromEntries(kept));
  else forget(place);
}

function all(): Written {
  const place = placeOf();
  return (place && stored<Written>(place)) || {};
}

/** Beside the drafts of forms, which are their owner's too. */
function placeOf(): string | undefined {
  const current = session.get();
  return current.status === 'signedIn' ? `draft.${ownerOf(current.me)}/blanks` : undefined;
}
