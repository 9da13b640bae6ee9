import { useCallback, useEffect, useRef, useState } from 'react';
import { now } from './clock';
import { ownerOf, useMe } from './session';
import { forget, store, stored } from './storage';

const prefix = 'draft.';

/** Typing pauses this long before it is stored. */
const pauseMs = 400;

interface StoredDraft<T> {
  value: T;
  savedAt: string;
}

export interface Draft<T> {
  /** What was written here before and neither sent nor thrown away; read once, when the screen opens. */
  found: { value: T; savedAt: string } | undefined;
  /** Keeps what is being written on this device, for this person only; a crash or a phone call loses nothing. */
  keep(value: T): void;
  /** It has been sent, or is not wanted any more. */
  drop(): void;
}

/** The unsent content of a form under `key`. */
export function useDraft<T>(key: string): Draft<T> {
  const me = useMe();
  const place = me && `${prefix}${ownerOf(me)}/${key}`;
  const [found] = useState(() => (place ? stored<StoredDraft<T>>(place) : undefined));
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; write: () => void }>();

  const stop = useCallback(() => {
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
  }, []);
  const keep = useCallback(
    (value: T) => {
      if (!place) return;
      stop();
      const write = () => {
        waiting.current = undefined;
        store(place, { value, savedAt: now().toISOString() } satisfies StoredDraft<T>);
      };
      waiting.current = { timer: setTimeout(write, pauseMs), write };
    },
    [place, stop],
  );
  const drop = useCallback(() => {
    stop();
    if (place) forget(place);
  }, [place, stop]);

  useEffect(
    () => () => {
      const last = waiting.current;
      stop();
      last?.write();
    },
    [stop],
  );
  return { found, keep, drop };
}
