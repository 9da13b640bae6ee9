/** A share of fewer people could be traced to one of them (product.md B5). */
export const FEWEST_PEOPLE = 5;

/**
 * The share of people who answered a question right, in per cent and in steps of ten (two looks a person apart must not
 * tell what that person answered), or null when fewer than five did.
 */
export function shareOf(right: number, people: number): number | null {
  return people < FEWEST_PEOPLE ? null : Math.round((right / people) * 10) * 10;
}
