import { Button } from '../../ui/Button';
import { isAnswered } from './question';
import type { DailyFiveState } from './useDailyFive';

/** Whether the sheet has something to press at the bottom. */
export function hasAction({ asked, place }: DailyFiveState): boolean {
  return asked.length > 0 && (place.at === 'question' || !asked.every(isAnswered));
}

/** The one primary action of the sheet: begin, send, or go on. */
export function DailyFiveAction({ five }: { five: DailyFiveState }) {
  const { asked, open, chosen, isBusy } = five;
  if (!open) {
    return <Button onPress={five.begin}>{asked.some(isAnswered) ? '接着答' : '开始答题'}</Button>;
  }
  if (!isAnswered(open) || isBusy) {
    return (
      <Button isBusy={isBusy} isDisabled={chosen.length === 0} onPress={five.submit}>
        提交
      </Button>
    );
  }
  const isLast = asked.every(isAnswered);
  return <Button onPress={isLast ? five.finish : five.next}>{isLast ? '看小结' : '下一题'}</Button>;
}
