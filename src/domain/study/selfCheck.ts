import type { KeyedChoice } from '../quiz/grade';

/**
 * True when a self-check question can be answered as it stands: true-false has no options and the key `[0]` or `[1]`;
 * a single choice has two options or more and one key, a multiple choice two keys or more; every key is an option and
 * no two options are the same. How an answer is graded is quiz's rule (`grade`).
 */
export function isSoundCheck({ type, options, key }: KeyedChoice): boolean {
  if (type === 'trueFalse') return options.length === 0 && key.length === 1 && (key[0] === 0 || key[0] === 1);
  const isDistinct = new Set(options).size === options.length && new Set(key).size === key.length;
  const isInside = key.every((index) => Number.isInteger(index) && index >= 0 && index < options.length);
  const isEnough = type === 'single' ? key.length === 1 : key.length >= 2;
  return options.length >= 2 && isDistinct && isInside && isEnough;
}
