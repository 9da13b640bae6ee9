import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

export interface PollingOptions {
  /** Pause between an answer and the next question, in milliseconds. */
  pauseMs: number;
  isOn: boolean;
}

/** Asks again and again, one question at a time, only while this screen is in front of somebody. `ask` must not reject. */
export function usePolling(ask: () => Promise<unknown>, { pauseMs, isOn }: PollingOptions): void {
  const isVisible = useIsVisible();
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (!isOn || !isVisible) return;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const wait = () => {
      timer = setTimeout(async () => {
        await latest.current();
        if (!isOver) wait();
      }, pauseMs);
    };
    wait();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isOn, isVisible, pauseMs]);
}

/** A screen is hidden by another one on top of it, and by another window or tab of the browser. */
function useIsVisible(): boolean {
  const [isOnTop, setOnTop] = useState(true);
  const [isInFront, setInFront] = useState(true);
  useDidShow(() => setOnTop(true));
  useDidHide(() => setOnTop(false));
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return;
    const listen = () => setInFront(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', listen);
    return () => document.removeEventListener('visibilitychange', listen);
  }, []);
  return isOnTop && isInFront;
}
