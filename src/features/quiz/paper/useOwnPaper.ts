import { useState } from 'react';
import type { Output } from '../../../contract/operations';
import { callCloud } from '../../../platform/callCloud';
import { asCloudError, type CloudError } from '../../../platform/cloudError';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';

export type OwnPaper = Output<'quiz.readOwnPaper'>['paper'];

/** The cover of a paper, and starting it; `start` resolves with the set's id, or undefined when it did not work. */
export function useOwnPaper(paperId: string) {
  const me = useMe();
  const cover = useCloud('quiz.readOwnPaper', { paperId }, { skip: !me });
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CloudError>();
  const start = async (): Promise<string | undefined> => {
    setBusy(true);
    setError(undefined);
    try {
      const { run } = await callCloud('quiz.startPaper', { paperId });
      return run.id;
    } catch (failure) {
      setError(asCloudError(failure));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { cover, start, isBusy, error };
}
