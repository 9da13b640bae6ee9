export type QuestionKind = 'single' | 'multiple' | 'trueFalse';

/** A question with its key. True-false has no options of its own: 1 is true and 0 is false. */
export interface KeyedQuestion {
  type: QuestionKind;
  options: readonly string[];
  /** Indexes into `options`. */
  key: readonly number[];
}

/** What became of an answer: a verdict, or why it is none. */
export type Grading =
  | { kind: 'graded'; correct: boolean }
  | { kind: 'refused'; why: 'notInOptions' | 'onlyOneAllowed' };

/**
 * Grades an answer (indexes without repeats, in any order) as a whole: right
 * only when exactly the key was chosen; a part of a multiple answer is wrong
 * (peers.md flaw 2), and nothing is scored option by option (flaw 9).
 */
export function grade(question: KeyedQuestion, answer: readonly number[]): Grading {
  const count = question.type === 'trueFalse' ? 2 : question.options.length;
  if (answer.some((index) => !Number.isInteger(index) || index < 0 || index >= count)) {
    return { kind: 'refused', why: 'notInOptions' };
  }
  if (question.type !== 'multiple' && answer.length !== 1) return { kind: 'refused', why: 'onlyOneAllowed' };
  const chosen = new Set(answer);
  const key = new Set(question.key);
  return {
    kind: 'graded',
    correct: chosen.size === key.size && [...key].every((index) => chosen.has(index)),
  };
}
