import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, OperationName, Output } from '../contract/operations';
import { callCloud } from './callCloud';
import { asCloudError, type CloudError } from './cloudError';
import { type CloudOptions, type CloudState, useCloud } from './useCloud';

/** What one page of a list holds and where the next begins. */
export interface Page<T> {
  items: readonly T[];
  next: string | number | object | null;
}

export interface PageOptions<N extends OperationName> extends CloudOptions {
  /** What the operation calls the beginning of a later page. */
  cursorName: keyof Input<N> & ('cursor' | 'after' | 'before' | 'from');
}

export interface Pages<N extends OperationName, T> {
  /** The first page, for its four states; draw the list from `items`. */
  first: CloudState<Output<N>>;
  items: readonly T[];
  /** Asks for the next page; undefined when all are here. */
  more: (() => Promise<void>) | undefined;
  isAsking: boolean;
  /** Why the next page did not come. */
  error: CloudError | undefined;
}

/**
 * Reads a list page by page. A new question, or the first page asked anew, begins at the beginning. `pageOf` must not
 * change between renders: a function of the module.
 */
export function usePages<N extends OperationName, T>(
  name: N,
  question: Input<N>,
  pageOf: (page: Output<N>) => Page<T>,
  { cursorName, ...options }: PageOptions<N>,
): Pages<N, T> {
  const first = useCloud(name, question, options);
  const [later, setLater] = useState<Page<T>>();
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<CloudError>();
  const start = first.data;
  const latest = useRef(start);
  latest.current = start;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the first page is another one
  useEffect(() => {
    setLater(undefined);
    setError(undefined);
  }, [start]);

  const begun = start === undefined ? undefined : pageOf(start);
  const next = later ? later.next : (begun?.next ?? null);
  const asked = JSON.stringify(question);
  const more = useCallback(async () => {
    if (next === null) return;
    setAsking(true);
    setError(undefined);
    try {
      // What a page names as the next beginning is what its operation takes under that name.
      const page = pageOf(await callCloud(name, { ...JSON.parse(asked), [cursorName]: next } as Input<N>));
      // Meanwhile another question may have been asked.
      if (latest.current === start)
        setLater((before) => ({ items: [...(before?.items ?? []), ...page.items], next: page.next }));
    } catch (failure) {
      setError(asCloudError(failure));
    } finally {
      setAsking(false);
    }
  }, [name, next, asked, start, pageOf, cursorName]);

  return {
    first,
    items: [...(begun?.items ?? []), ...(later?.items ?? [])],
    more: next === null ? undefined : more,
    isAsking,
    error,
  };
}
