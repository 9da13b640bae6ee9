import { Button } from '../../ui/Button';
import { isAnswered } from './question';
import type { AnswerSheet } from './useAnswerSheet';

/** Whether the sheet has something to press at the bottom. */
export function hasAction({ asked, place }: AnswerSheet): boolean {
  return asked.length > 0 && (place.at === 'question' || !asked.every(isAnswered));
}

/** The one primary action of the sheet: begin, send, or go on. */
export function SheetAction({ sheet }: { sheet: AnswerSheet }) {
  const { asked, open, isBusy, isReady, isExam } = sheet;
  if (!open) {
    return <Button onPress={sheet.begin}>{asked.some(isAnswered) ? '接着答' : '开始答题'}</Button>;
  }
  if (isExam && !open.question.graded && (isReady || isBusy || !isAnswered(open))) {
    return (
      <Button isBusy={isBusy} onPress={isReady ? sheet.submit : sheet.skip}>
        {isReady || isBusy ? '存下，下一题' : '先跳过'}
      </Button>
    );
  }
  if (isExam) return <Button onPress={sheet.skip}>下一题</Button>;
  if (!isAnswered(open) || isBusy) {
    return (
      <Button isBusy={isBusy} isDisabled={!isReady} onPress={sheet.submit}>
        提交
      </Button>
    );
  }
  const isLast = asked.every(isAnswered);
  return <Button onPress={isLast ? sheet.finish : sheet.next}>{isLast ? '看小结' : '下一题'}</Button>;
}
