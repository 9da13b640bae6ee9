import { useEffect, useRef } from 'react';
import { goTo } from './routes';
import { useSession } from './session';

/**
 * Opens 晨学先锋 (who it is for, the ways in) once for somebody whom the cloud does not know when the app starts. Signing
 * out later leads nowhere by itself. For the first screen only.
 */
export function useWelcomeFirst(): void {
  const { status } = useSession();
  const before = useRef(status);
  useEffect(() => {
    if (before.current === 'unknown' && status === 'signedOut') goTo('welcome');
    before.current = status;
  }, [status]);
}
