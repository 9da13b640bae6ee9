import { lettersOf } from './answerValue';
import { truthOf } from './truthWords';

/**
 * The right option in words and the wrong ones, as one list of options; none where the answer is letters or a word of
 * truth, which somebody's wrong answer beside it would be too.
 */
export function withRight(right: string, wrongs: readonly string[]): string[] {
  const others = wrongs.filter((wrong) => wrong !== '');
  const isWords = [right, ...others].every((words) => lettersOf(words) === null && truthOf(words) === null);
  return right !== '' && others.length > 0 && isWords ? [right, ...others] : [];
}
