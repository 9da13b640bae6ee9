import { sayWeek } from '../../../domain/calendar/sayWeek';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { SwapQuestionCard } from '../../../ui/SwapQuestionCard';
import type { SupplyAnswer, SupplyTurn } from './supplyRota';

export interface SupplySwapQuestionProps {
  swap: SupplyAnswer['swaps'][number];
  turns: readonly SupplyTurn[];
  /** Asks the cloud again. */
  onDone: () => Promise<void>;
}

/** Another organisation asks to change weeks. */
export function SupplySwapQuestion({ swap, turns, onDone }: SupplySwapQuestionProps) {
  const { run, isBusy, error } = useAction('study.answerSupplySwap');
  const theirs = turns.find((turn) => turn.id === swap.turnId);
  const own = turns.find((turn) => turn.id === swap.withTurnId);
  if (!theirs || !own) return null;
  const answer = async (agreed: boolean) => {
    if (!(await run({ swapId: swap.id, agreed }))) return;
    announce(agreed ? '换好了，对方会收到通知' : '告诉对方了，还是原来的安排');
    await onDone();
  };
  return (
    <SwapQuestionCard
      title={`${theirs.supplier.name}想和${own.supplier.name}换供稿的周`}
      after={`${own.supplier.name}供${sayWeek(theirs.week)}，${theirs.supplier.name}供${sayWeek(own.week)}`}
      isBusy={isBusy}
      error={error}
      onAnswer={(agreed) => void answer(agreed)}
    />
  );
}
