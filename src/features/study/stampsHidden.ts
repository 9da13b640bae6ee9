import { signal } from '../../platform/signal';
import { store, stored } from '../../platform/storage';

const key = 'study.stampsHidden';

/**
 * Whether this device hides 晨学日历 and the count of stamps (product.md: "it can be hidden"). A choice of the device,
 * never sent anywhere; the stamp on the piece of the day stays.
 */
export const stampsHidden = signal(stored<boolean>(key) ?? false);

/** Hides or shows them, and remembers it on this device. */
export function hideStamps(hidden: boolean): void {
  store(key, hidden);
  stampsHidden.set(hidden);
}
