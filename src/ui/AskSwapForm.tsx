import { useState } from 'react';
import { Button } from './Button';
import { ErrorState } from './Notes';
import { SelectField } from './SelectField';
import { Stack, Words } from './Words';

export interface AskSwapFormProps {
  /** What is chosen: 和哪一讲换. */
  label: string;
  /** Turns that the own one could be swapped for. */
  options: readonly { key: string; words: string }[];
  isBusy: boolean;
  error: { message: string; requestId?: string } | undefined;
  onAsk: (withTurnId: string) => void;
  onClose: () => void;
}

/** Chooses the turn that one would like instead, and asks. For subpackages. */
export function AskSwapForm({ label, options, isBusy, error, onAsk, onClose }: AskSwapFormProps) {
  const [chosen, setChosen] = useState<string>();
  return (
    <>
      <SelectField label={label} options={options} value={chosen} onChange={setChosen} />
      <Words tone="quiet">对方同意后才换，不同意就还是原来的日子</Words>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Stack isRow>
        <Button
          kind="secondary"
          isInline
          isBusy={isBusy}
          isDisabled={!chosen}
          onPress={() => chosen && onAsk(chosen)}
        >
          问一问
        </Button>
        <Button kind="quiet" onPress={onClose}>
          先不换
        </Button>
      </Stack>
    </>
  );
}
