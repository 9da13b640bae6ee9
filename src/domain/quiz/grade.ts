import { blankForm } from './blankForm';

/** Types where one chooses. */
export type ChoiceKind = 'single' | 'multiple' | 'trueFalse';
export type QuestionKind = ChoiceKind | 'blank';

/** A question to choose from, with its key. True-false has no options of its own: 1 is true and 0 is false. */
export interface KeyedChoice {
  type: ChoiceKind;
  options: readonly string[];
  /** Indexes into `options`. */
  key: readonly number[];
}

/** A question of any type. */
export interface KeyedQuestion {
  type: QuestionKind;
  options: readonly string[];
  /** Indexes into `options`; of a blank question for each blank the texts that count as right. */
  key: QuestionKey;
}

export type QuestionKey = readonly number[] | readonly (readonly string[])[];

/** Chosen indexes, or what was written into each blank. */
export type QuestionAnswer = readonly number[] | readonly string[];

/** What became of an answer: a verdict, or why it is none. */
export type Grading =
  | { kind: 'graded'; correct: boolean }
  | { kind: 'refused'; why: 'notInOptions' | 'onlyOneAllowed' | 'otherType' };

/**
 * Grades an answer as a whole. Choices (indexes without repeats, in any order)
 * are right only when exactly the key was chosen; a part of a multiple answer
 * is wrong (peers.md flaw 2), and nothing is scored option by option (flaw 9).
 * Blanks are right when each holds one of its accepted texts, in the order of
 * the blanks (`blankForm`); as many texts as blanks must be given.
 */
export function grade(question: KeyedQuestion, answer: QuestionAnswer): Grading {
  if (question.type === 'blank') {
    const texts = answer.filter((one): one is string => typeof one === 'string');
    const key = question.key.filter((one): one is readonly string[] => typeof one !== 'number');
    if (texts.length !== answer.length || texts.length !== key.length) return refused('otherType');
    return { kind: 'graded', correct: key.every((accepted, at) => isAccepted(accepted, texts[at] ?? '')) };
  }
  const indexes = answer.filter((one): one is number => typeof one === 'number');
  if (indexes.length !== answer.length) return refused('otherType');
  const count = question.type === 'trueFalse' ? 2 : question.options.length;
  if (indexes.some((index) => !Number.isInteger(index) || index < 0 || index >= count)) {
    return refused('notInOptions');
  }
  if (question.type !== 'multiple' && indexes.length !== 1) return refused('onlyOneAllowed');
  const chosen = new Set(indexes);
  const key = new Set(question.key.filter((one) => typeof one === 'number'));
  return {
    kind: 'graded',
    correct: chosen.size === key.size && [...key].every((index) => chosen.has(index)),
  };
}

function isAccepted(accepted: readonly string[], text: string): boolean {
  const form = blankForm(text);
  return form !== '' && accepted.some((one) => blankForm(one) === form);
}

function refused(why: 'notInOptions' | 'onlyOneAllowed' | 'otherType'): Grading {
  return { kind: 'refused', why };
}
