import { announce } from '../platform/announce';
import { Button } from './Button';
import { ErrorState } from './Notes';
import { Words } from './Words';

export interface AskedSwapProps {
  swapId: string;
  /** Who is asked, if the reader sees whose turn it is. */
  askedName: string | undefined;
  /** Taking back, as `useAction` gives it. */
  takingBack: {
    run(input: { swapId: string }): Promise<unknown>;
    isBusy: boolean;
    error: { message: string; requestId?: string } | undefined;
  };
  /** Said once it is taken back. */
  words: string;
  onDone: () => Promise<void>;
}

/** A question about a swap that the reader has asked and may take back. For subpackages. */
export function AskedSwap({ swapId, askedName, takingBack, words, onDone }: AskedSwapProps) {
  const { run, isBusy, error } = takingBack;
  const takeBack = async () => {
    if (!(await run({ swapId }))) return;
    announce(words);
    await onDone();
  };
  return (
    <>
      <Words tone="quiet">正在问{askedName ?? '对方'}换不换，有了答复会告诉您</Words>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Button kind="quiet" isBusy={isBusy} onPress={() => void takeBack()}>
        不换了，收回
      </Button>
    </>
  );
}
