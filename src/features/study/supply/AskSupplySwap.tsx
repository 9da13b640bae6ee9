import { sayWeek } from '../../../domain/calendar/sayWeek';
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
  const asking = useAction('study.askSupplySwap');
  return (
    <AskSwapForm
      label="和哪一周换"
      options={others.map(({ id, week, supplier }) => ({
        key: id,
        words: `${sayWeek(week)} ${supplier.name}`,
      }))}
      turnId={turn.id}
      asking={asking}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
