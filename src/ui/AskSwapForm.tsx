import { useState } from 'react';
import { announce } from '../platform/announce';
import { Button } from './Button';
import { ErrorState } from './Notes';
import { SelectField } from './SelectField';
import { Stack, Words } from './Words';

export interface AskSwapFormProps {
  /** What is chosen: 和哪一讲换. */
  label: string;
  /** Turns that the own one could be swapped for. */
  options: readonly { key: string; words: string }[];
  /** The own turn. */
  turnId: string;
  /** The asking itself, as `useAction` gives it. */
  asking: {
    run(input: { turnId: string; withTurnId: string }): Promise<unknown>;
    isBusy: boolean;
    error: { message: string; requestId?: string } | undefined;
  };
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Chooses the turn that one would like instead, and asks. For subpackages. */
export function AskSwapForm({ label, options, turnId, asking, onDone, onClose }: AskSwapFormProps) {
  const [chosen, setChosen] = useState<string>();
  const { run, isBusy, error } = asking;
  const ask = async () => {
    if (!chosen || !(await run({ turnId, withTurnId: chosen }))) return;
    announce('问过了，对方同意后才换');
    await onDone();
  };
  return (
    <>
      <SelectField label={label} options={options} value={chosen} onChange={setChosen} />
      <Words tone="quiet">对方同意后才换，不同意就还是原来的日子</Words>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Stack isRow>
        <Button kind="secondary" isInline isBusy={isBusy} isDisabled={!chosen} onPress={() => void ask()}>
          问一问
        </Button>
        <Button kind="quiet" onPress={onClose}>
          先不换
        </Button>
      </Stack>
    </>
  );
}
