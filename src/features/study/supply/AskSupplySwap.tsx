import { sayWeek } from '../../../domain/calendar/sayWeek';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { AskSwapForm } from '../../../ui/AskSwapForm';
import type { SupplyTurn } from './supplyRota';

export interface AskSupplySwapProps {
  turn: SupplyTurn;
  others: readonly SupplyTurn[];
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Asks another organisation to change weeks. */
export function AskSupplySwap({ turn, others, onDone, onClose }: AskSupplySwapProps) {
  const { run, isBusy, error } = useAction('study.askSupplySwap');
  const ask = async (withTurnId: string) => {
    if (!(await run({ turnId: turn.id, withTurnId }))) return;
    announce('问过了，对方同意后才换');
    await onDone();
  };
  return (
    <AskSwapForm
      label="和哪一周换"
      options={others.map(({ id, week, supplier }) => ({
        key: id,
        words: `${sayWeek(week)} ${supplier.name}`,
      }))}
      isBusy={isBusy}
      error={error}
      onAsk={(withTurnId) => void ask(withTurnId)}
      onClose={onClose}
    />
  );
}
