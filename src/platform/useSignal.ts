import { useSyncExternalStore } from 'react';
import type { Signal } from './signal';

/** The signal's value; the component is drawn again when it changes. */
export function useSignal<T>(source: Signal<T>): T {
  return useSyncExternalStore(source.subscribe, source.get, source.get);
}
