/** How many people gave one whole answer (indexes of options), and how many of them are among the upper 27 %. */
export interface GivenAnswer {
  answer: readonly number[];
  people: number;
  upper: number;
}

/** One option as the keeper of the bank may see it. */
export interface OptionFigure {
  /** Of all people, 0 to 1; of several choices together they make more than 1. */
  share: number;
  /** It is in the other answer that the upper 27 % give more often than the key. */
  instead: boolean;
}

/**
 * What people chose at a question of `size` options with the key `key`. The other answer of the upper group is the one
 * that most of them gave; `prefersAnother` only when that is more than gave the key and than gave any third answer.
 */
export function optionFigures(
  size: number,
  key: readonly number[],
  given: readonly GivenAnswer[],
): { prefersAnother: boolean; options: OptionFigure[] } {
  const all = given.reduce((sum, { people }) => sum + people, 0);
  const isKey = ({ answer }: GivenAnswer) =>
    answer.length === key.length && answer.every((index) => key.includes(index));
  const rightUpper = given.filter(isKey).reduce((sum, { upper }) => sum + upper, 0);
  const [first, second] = given.filter((one) => !isKey(one)).sort((a, b) => b.upper - a.upper);
  const prefersAnother =
    first !== undefined && first.upper > rightUpper && first.upper > (second?.upper ?? 0);
  return {
    prefersAnother,
    options: Array.from({ length: size }, (_, index) => {
      const chosen = given.filter(({ answer }) => answer.includes(index));
      return {
        share: all === 0 ? 0 : chosen.reduce((sum, { people }) => sum + people, 0) / all,
        instead: prefersAnother && first.answer.includes(index),
      };
    }),
  };
}
