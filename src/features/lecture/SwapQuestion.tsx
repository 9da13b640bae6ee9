import { sayDayAndWeekday } from '../../domain/calendar/sayDay';
import { announce } from '../../platform/announce';
import { useAction } from '../../platform/useAction';
import { SwapQuestionCard } from '../../ui/SwapQuestionCard';
import type { RotaAnswer, Turn } from './turn';

export interface SwapQuestionProps {
  swap: RotaAnswer['swaps'][number];
  turns: readonly Turn[];
  /** Asks the cloud again. */
  onDone: () => Promise<void>;
}

/** A colleague asks to change turns. */
export function SwapQuestion({ swap, turns, onDone }: SwapQuestionProps) {
  const { run, isBusy, error } = useAction('lecture.answerSwap');
  const theirs = turns.find((turn) => turn.id === swap.turnId);
  const own = turns.find((turn) => turn.id === swap.withTurnId);
  if (!theirs || !own) return null;
  const answer = async (agreed: boolean) => {
    if (!(await run({ swapId: swap.id, agreed }))) return;
    announce(agreed ? '换好了，对方会收到通知' : '告诉对方了，还是原来的日子');
    await onDone();
  };
  return (
    <SwapQuestionCard
      title={`${swap.askedByName}想和您换微党课`}
      after={`您讲 ${sayDayAndWeekday(theirs.day)}，${swap.askedByName}讲 ${sayDayAndWeekday(own.day)}`}
      isBusy={isBusy}
      error={error}
      onAnswer={(agreed) => void answer(agreed)}
    />
  );
}
