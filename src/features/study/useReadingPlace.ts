import { useEffect, useRef } from 'react';
import { pageWidth, scrollPageTo, useScrolled } from '../../platform/pageScroll';
import { forget, store, stored, storedKeys } from '../../platform/storage';
import { isLargeType } from '../../platform/textSize';
import { useSignal } from '../../platform/useSignal';

const prefix = 'place.';

/** More pieces than anybody has half read. */
const kept = 20;

/** Below this (px) one is at the beginning: about the head of the piece. */
const beginning = 200;

interface Place {
  top: number;
  /** The same text breaks alike only in the same width and size of type. */
  layout: string;
}

/**
 * Keeps the place in a piece that is not stamped yet, on this device only and never sent (product.md A2 "place kept"):
 * opened again, it goes on there. With the stamp the place is forgotten.
 */
export function useReadingPlace(pieceId: string | undefined, isStamped: boolean): void {
  const layout = `${pageWidth()}/${useSignal(isLargeType) ? 'large' : 'standard'}`;
  const restored = useRef<string>();

  useScrolled((top) => {
    // What a page scrolls while it is being drawn is no reading.
    if (!pieceId || isStamped || restored.current !== pieceId) return;
    if (top < beginning) forget(prefix + pieceId);
    else keepPlace(pieceId, { top: Math.round(top), layout });
  });

  useEffect(() => {
    if (!pieceId) return;
    if (isStamped) {
      forget(prefix + pieceId);
      return;
    }
    if (restored.current === pieceId) return;
    restored.current = pieceId;
    const place = stored<Place>(prefix + pieceId);
    if (place?.layout === layout) scrollPageTo(place.top);
  }, [pieceId, isStamped, layout]);
}

function keepPlace(pieceId: string, place: Place): void {
  const others = storedKeys(prefix).filter((key) => key !== prefix + pieceId);
  // Ids begin with their time (UUIDv7): the first are the oldest pieces.
  for (const key of others.sort().slice(0, Math.max(0, others.length + 1 - kept))) forget(key);
  store(prefix + pieceId, place);
}
