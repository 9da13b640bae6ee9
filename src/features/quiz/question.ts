import type { Output } from '../../contract/operations';
import type { QuestionAnswer, QuestionKey, QuestionKind } from '../../domain/quiz/grade';

/** A question as the cloud offers it; key and explanation only inside `graded`. */
export type Question = Output<'quiz.today'>['questions'][number];

export type Graded = NonNullable<Question['graded']>;

/** A question of a set with what this device knows of the answer. */
export interface AskedQuestion {
  question: Question;
  /** The answer given on this device that still waits to be sent. */
  waiting: QuestionAnswer | undefined;
}

/** The options that an answer or a key names; none of a blank question. */
export function indexesOf(named: QuestionAnswer | QuestionKey): number[] {
  return named.filter((one) => typeof one === 'number');
}

/** What was written into the blanks; nothing for chosen options. */
export function textsOf(given: QuestionAnswer): string[] {
  return given.filter((one) => typeof one === 'string');
}

/** Whether there is nothing more to do for a question at present; an exam's may still be changed. */
export function isAnswered({ question, waiting }: AskedQuestion): boolean {
  // A copy kept by an older build has no `saved`.
  return question.graded !== null || waiting !== undefined || (question.saved ?? null) !== null;
}

/** Whether an answer says anything at all. */
export function isFilled(given: QuestionAnswer): boolean {
  return given.some((one) => typeof one === 'number' || one.trim() !== '');
}

/** How a type of question is named, and what one may choose. */
export function sayType(type: QuestionKind): string {
  return { single: '单选', multiple: '多选，可选几项', trueFalse: '判断', blank: '填空' }[type];
}

/** The end of a set in words, never a grade: 记牢 3，再看看 2; of one that may go on, 先答到这里 while nothing is graded. */
export function saySummary(asked: readonly AskedQuestion[], isOpenEnded = false): string {
  const graded = asked.flatMap(({ question }) => question.graded ?? []);
  const kept = graded.filter(({ correct }) => correct).length;
  const parts = [`记牢 ${kept}`];
  if (kept < graded.length) parts.push(`再看看 ${graded.length - kept}`);
  if (graded.length > 0) return parts.join('，');
  if (isOpenEnded) return '先答到这里';
  return asked.every(isAnswered) ? '都答完了' : '交卷了';
}
