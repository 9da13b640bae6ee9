import { useState } from 'react';
import { sayDayAndWeekday } from '../../domain/calendar/sayDay';
import { announce } from '../../platform/announce';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/Notes';
import { SelectField } from '../../ui/SelectField';
import { Stack, Words } from '../../ui/Words';
import type { Turn } from './turn';

export interface AskSwapProps {
  turn: Turn;
  others: readonly Turn[];
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Asks another speaker to change turns. */
export function AskSwap({ turn, others, onDone, onClose }: AskSwapProps) {
  const [withTurnId, setWithTurnId] = useState<string>();
  const { run, isBusy, error } = useAction('lecture.askSwap');
  const ask = async () => {
    if (!withTurnId || !(await run({ turnId: turn.id, withTurnId }))) return;
    announce('问过了，对方同意后才换');
    await onDone();
  };
  return (
    <>
      <SelectField
        label="和哪一讲换"
        options={others.map((one) => ({
          key: one.id,
          words: `${sayDayAndWeekday(one.day)} ${one.speaker.name}`,
        }))}
        value={withTurnId}
        onChange={setWithTurnId}
      />
      <Words tone="quiet">对方同意后才换，不同意就还是原来的日子</Words>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Stack isRow>
        <Button kind="secondary" isInline isBusy={isBusy} isDisabled={!withTurnId} onPress={() => void ask()}>
          问一问
        </Button>
        <Button kind="quiet" onPress={onClose}>
          先不换
        </Button>
      </Stack>
    </>
  );
}
