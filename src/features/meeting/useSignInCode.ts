import { useEffect, useState } from 'react';
import { now } from '../../platform/clock';
import type { CloudError } from '../../platform/cloudError';
import { useCloud } from '../../platform/useCloud';

/** The digits change every minute (domain/meeting/signInCode). */
export const codeSeconds = 60;

/** After a failed question. */
const againAfterMs = 2000;

export interface ShownCode {
  /** Undefined until the first answer, and when the last digits are too old to be of use. */
  code: string | undefined;
  /** 0 to 60. */
  secondsLeft: number;
  error: CloudError | undefined;
}

/** The digits to be shown, renewed by themselves. The device's clock only measures how long ago they came. */
export function useSignInCode(meetingId: string): ShownCode {
  const { data, error, isLoading, reload } = useCloud('meeting.signInCode', { meetingId });
  const [received, setReceived] = useState({ data, at: now().getTime() });
  const [, tick] = useState(0);
  if (received.data !== data) setReceived({ data, at: now().getTime() });

  const passedMs = now().getTime() - received.at;
  const leftMs = (data?.secondsLeft ?? 0) * 1000 - passedMs;
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);

  const isDue = data !== undefined && leftMs <= 0;
  useEffect(() => {
    if (isLoading || (!isDue && !error)) return;
    const timer = setTimeout(() => void reload(), error ? againAfterMs : 0);
    return () => clearTimeout(timer);
  }, [isDue, isLoading, error, reload]);

  // The server takes the digits of the minute before as well; after that they only mislead.
  const isOfUse = leftMs > -codeSeconds * 1000;
  return {
    code: isOfUse ? data?.code : undefined,
    secondsLeft: Math.min(codeSeconds, Math.max(0, Math.ceil(leftMs / 1000))),
    error,
  };
}
