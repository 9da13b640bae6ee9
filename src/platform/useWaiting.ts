import { type Waiting, waitingCount, waitingLine } from './queue';
import { useMe } from './session';
import { useSignal } from './useSignal';

/** What waits on this device for the signed-in member (`waitingLine`), and drawn again when it has been sent. */
export function useWaiting(): Waiting[] {
  useSignal(waitingCount);
  const me = useMe();
  return me ? waitingLine() : [];
}
