import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, OperationName, Output } from '../contract/operations';
import { callCloud } from './callCloud';
import { now } from './clock';
import { asCloudError, type CloudError } from './cloudError';
import { copyOf, keepCopy } from './copies';
import { networkReturns } from './network';
import { ownerOf, useMe } from './session';

export interface CloudOptions {
  /** Keep the answer on this device for reading without network: `group` or `group/id` (see `copies.ts`). */
  cacheKey?: string;
  /** Do not ask (yet): a parameter is missing, nobody is signed in. */
  skip?: boolean;
}

export interface CloudState<T> {
  /** The answer, or the copy of an earlier one; undefined while there is neither: draw a Skeleton or the error. */
  data: T | undefined;
  /** Why the last attempt failed; with `data` present, show both (OfflineNote). */
  error: CloudError | undefined;
  /** Set when `data` is a stored copy and not (yet) fresh: when the cloud gave it, ISO 8601. */
  savedAt: string | undefined;
  isLoading: boolean;
  /** Asks again; resolves when the answer is in. */
  reload(): Promise<void>;
  /** Puts a known new answer in place, after a mutation that returned it. */
  replace(next: T): void;
}

/**
 * Reads one operation for a screen: at once from the stored copy if there is one, then from the
 * cloud; again when the screen is shown again and when the network returns.
 */
export function useCloud<N extends OperationName>(
  name: N,
  input: Input<N>,
  { cacheKey, skip = false }: CloudOptions = {},
): CloudState<Output<N>> {
  // Another member's answer must not stay on a screen that outlives a change of person (the tabs do).
  const me = useMe();
  const question = JSON.stringify([name, input, me ? ownerOf(me) : '']);
  const [state, setState] = useState(() => start<Output<N>>(question, cacheKey, skip));
  // The latest attempt wins; answers to earlier ones, or to another question, are dropped.
  const latest = useRef(0);
  const hasFailed = useRef(false);

  const reload = useCallback(async () => {
    if (skip) return;
    latest.current += 1;
    const attempt = latest.current;
    hasFailed.current = false;
    setState((before) => {
      const base = before.question === question ? before : start<Output<N>>(question, cacheKey, skip);
      return { ...base, isLoading: true };
    });
    try {
      const [, asked] = JSON.parse(question) as [N, Input<N>];
      const data = await askWhileNetworkReturns(() => callCloud(name, asked));
      if (attempt !== latest.current) return;
      if (cacheKey) keepCopy(cacheKey, data, now());
      setState({ question, data, error: undefined, savedAt: undefined, isLoading: false });
    } catch (failure) {
      if (attempt !== latest.current) return;
      const error = asCloudError(failure);
      // A refusal (withdrawn, not yours any more) also ends the copy's time; no network does not.
      setState((before) =>
        error.retryable
          ? { ...before, error, isLoading: false }
          : { ...nothing, question, error, isLoading: false },
      );
      hasFailed.current = error.retryable;
    }
  }, [name, question, cacheKey, skip]);

  useEffect(() => {
    void reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);

  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current) void reload();
    isFirstShow.current = false;
  });

  useEffect(
    () =>
      networkReturns.subscribe(() => {
        if (hasFailed.current) void reload();
      }),
    [reload],
  );

  const replace = useCallback(
    (data: Output<N>) => {
      latest.current += 1;
      if (cacheKey) keepCopy(cacheKey, data, now());
      setState({ question, data, error: undefined, savedAt: undefined, isLoading: false });
    },
    [question, cacheKey],
  );

  // While the question has just changed, the old answer must not be drawn for one frame.
  const current = state.question === question ? state : start<Output<N>>(question, cacheKey, skip);
  const { data, savedAt, isLoading } = current;
  return { data, error: current.error, savedAt, isLoading, reload, replace };
}

/** Asks; again when the network has come back while the attempt was still failing, for nobody would say so again. */
async function askWhileNetworkReturns<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const returns = networkReturns.get();
    try {
      return await ask();
    } catch (failure) {
      if (!asCloudError(failure).retryable || networkReturns.get() === returns) throw failure;
    }
  }
}

interface Held<T> {
  question: string;
  data: T | undefined;
  error: CloudError | undefined;
  savedAt: string | undefined;
  isLoading: boolean;
}

const nothing = { data: undefined, error: undefined, savedAt: undefined };

function start<T>(question: string, cacheKey: string | undefined, skip: boolean): Held<T> {
  const copy = cacheKey && !skip ? copyOf<T>(cacheKey) : undefined;
  return { ...nothing, question, data: copy?.data, savedAt: copy?.savedAt, isLoading: !skip };
}
