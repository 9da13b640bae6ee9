import type { QuestionKind } from '../../domain/quiz/grade';

/** A type of question, short. */
export const typeNames: Record<QuestionKind, string> = {
  single: '单选',
  multiple: '多选',
  trueFalse: '判断',
  blank: '填空',
};
