import { forgetMedia } from './mediaCopies';
import { forget, store, stored, storedKeys } from './storage';

const prefix = 'copy.';

/** The last seven pieces are readable offline (architecture.md "Entries"); other lists need no more. */
const kept = 7;

export interface Copy<T> {
  data: T;
  /** When the cloud gave it, ISO 8601. */
  savedAt: string;
}

/**
 * Keeps what a screen showed, for reading without network. `key` is `group/id` or `group`; of one
 * group the seven latest stay. No room is no error.
 */
export function keepCopy<T>(key: string, data: T, savedAt: Date): void {
  const copy: Copy<T> = { data, savedAt: savedAt.toISOString() };
  if (!store(prefix + key, copy)) {
    forget(prefix + key);
    return;
  }
  const group = `${prefix}${key.split('/')[0]}/`;
  const members = storedKeys(group).map((name) => ({ name, at: stored<Copy<unknown>>(name)?.savedAt ?? '' }));
  members.sort((a, b) => (a.at < b.at ? 1 : -1));
  for (const { name } of members.slice(kept)) forget(name);
}

/** The copy under a key, or undefined. */
export function copyOf<T>(key: string): Copy<T> | undefined {
  return stored<Copy<T>>(prefix + key);
}

/** Forgets every copy, pictures and recordings too: another person sits down at this device. */
export function forgetCopies(): void {
  for (const key of storedKeys(prefix)) forget(key);
  void forgetMedia();
}
