/** Sums over the people who answered a question and enough others; `rest` is their share right on those others, 0 to 1. */
export interface ItemSums {
  people: number;
  /** Those who were right. */
  right: number;
  rest: number;
  restSquared: number;
  /** Of those who were right. */
  restOfRight: number;
}

/** Fewer other answers say little of a person: they could only be 0, 25, 50, 75 or 100 per cent. */
export const FEWEST_OTHERS = 5;

/**
 * How well a question tells apart those who are right elsewhere: the corrected item-total correlation (point-biserial
 * between right or wrong here and the share right on the OTHER answers, so that the question does not correlate with
 * itself; Henrysson, Psychometrika 28, 1963; Lord and Novick, Statistical Theories of Mental Test Scores, 1968, 15.4).
 * From -1 to 1, or null where it is not defined: everybody alike here or elsewhere.
 */
export function discriminationOf({ people, right, rest, restSquared, restOfRight }: ItemSums): number | null {
  const between = people * restOfRight - right * rest;
  const spread = right * (people - right) * (people * restSquared - rest * rest);
  // Sums of binary fractions: what is nothing but their rounding is no spread.
  if (spread <= people ** 3 * 1e-12) return null;
  return Math.max(-1, Math.min(1, between / Math.sqrt(spread)));
}
