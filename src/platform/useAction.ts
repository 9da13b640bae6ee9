import { useCallback, useRef, useState } from 'react';
import type { Input, OperationName, Output } from '../contract/operations';
import { callCloud } from './callCloud';
import { asCloudError, type CloudError } from './cloudError';
import { newMutationId } from './newMutationId';

export interface Action<N extends OperationName> {
  /** Resolves with the output, or undefined when it failed (then `error` says why). A press while busy does nothing. */
  run(input: Input<N>): Promise<Output<N> | undefined>;
  isBusy: boolean;
  error: CloudError | undefined;
  /** Forgets the error, when the person changes what they wrote. */
  clearError(): void;
}

/**
 * One mutation of a screen: busy state, error, mutationId. A repeat of the same input after a failed
 * connection goes under the same mutationId, so that it acts once even if the first had arrived.
 */
export function useAction<N extends OperationName>(name: N): Action<N> {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CloudError>();
  const running = useRef(false);
  const unanswered = useRef<{ input: string; mutationId: string }>();

  const run = useCallback(
    async (input: Input<N>) => {
      if (running.current) return undefined;
      running.current = true;
      setBusy(true);
      setError(undefined);
      const asked = JSON.stringify(input);
      const mutationId =
        unanswered.current?.input === asked ? unanswered.current.mutationId : newMutationId();
      unanswered.current = { input: asked, mutationId };
      try {
        const output = await callCloud(name, input, { mutationId });
        unanswered.current = undefined;
        return output;
      } catch (failure) {
        const refusal = asCloudError(failure);
        if (!refusal.retryable) unanswered.current = undefined;
        setError(refusal);
        return undefined;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [name],
  );
  const clearError = useCallback(() => setError(undefined), []);
  return { run, isBusy, error, clearError };
}
