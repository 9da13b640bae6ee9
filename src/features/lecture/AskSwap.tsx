import { sayDayAndWeekday } from '../../domain/calendar/sayDay';
import { announce } from '../../platform/announce';
import { useAction } from '../../platform/useAction';
import { AskSwapForm } from '../../ui/AskSwapForm';
import type { Turn } from './turn';

export interface AskSwapProps {
  turn: Turn;
  others: readonly Turn[];
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Asks another speaker to change turns. */
export function AskSwap({ turn, others, onDone, onClose }: AskSwapProps) {
  const { run, isBusy, error } = useAction('lecture.askSwap');
  const ask = async (withTurnId: string) => {
    if (!(await run({ turnId: turn.id, withTurnId }))) return;
    announce('问过了，对方同意后才换');
    await onDone();
  };
  return (
    <AskSwapForm
      label="和哪一讲换"
      options={others.map((one) => ({
        key: one.id,
        words: `${sayDayAndWeekday(one.day)} ${one.speaker.name}`,
      }))}
      isBusy={isBusy}
      error={error}
      onAsk={(withTurnId) => void ask(withTurnId)}
      onClose={onClose}
    />
  );
}
