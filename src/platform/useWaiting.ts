import { useLayoutEffect, useRef, useState } from 'react';
import { type Waiting, waitingCount, waitingLine } from './queue';
import { useMe } from './session';
import { useSignal } from './useSignal';

export interface WaitingOptions {
  /** The screen is sending one itself and shows that in its own way. */
  isPaused: boolean;
  /** Something was sent behind the screen's back: ask the cloud again. Must not reject. */
  onSent: () => Promise<void>;
}

/**
 * What of the phone's queue concerns a screen (`pick`), to be shown as done. What has been sent stays in sight until
 * `onSent` is through, so that nothing looks undone for a moment.
 */
export function useWaiting<T>(
  pick: (line: Waiting[]) => T[],
  { isPaused, onSent }: WaitingOptions,
): readonly T[] {
  useSignal(waitingCount);
  const me = useMe();
  const before = useRef<T[]>([]);
  const [held, setHeld] = useState<T[]>();
  const current = isPaused ? before.current : me ? pick(waitingLine()) : [];

  useLayoutEffect(() => {
    const isSent = current.length < before.current.length;
    if (isSent) {
      setHeld(before.current);
      void onSent().then(() => setHeld(undefined));
    }
    before.current = current;
  });
  return held && held.length > current.length ? held : current;
}
