import type { QuestionKey, QuestionKind } from '../../../domain/quiz/grade';

/** The right answer in words: 答案：B 按尺寸定做的窗帘; 答案：对; 答案：北京，或 Beijing. */
export function sayKey({
  type,
  options,
  key,
}: {
  type: QuestionKind;
  options: readonly string[];
  key: QuestionKey;
}): string {
  const parts = key.map((one) => {
    if (typeof one !== 'number') return one.join('，或 ');
    return type === 'trueFalse'
      ? one === 1
        ? '对'
        : '错'
      : `${String.fromCharCode(65 + one)} ${options[one] ?? ''}`;
  });
  return `答案：${parts.join('；')}`;
}
