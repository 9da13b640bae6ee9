import { sayDayAndWeekday } from '../../domain/calendar/sayDay';
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
  const asking = useAction('lecture.askSwap');
  return (
    <AskSwapForm
      label="和哪一讲换"
      options={others.map(({ id, day, speaker }) => ({
        key: id,
        words: `${sayDayAndWeekday(day)} ${speaker.name}`,
      }))}
      turnId={turn.id}
      asking={asking}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
