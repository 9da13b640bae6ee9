import { FEWEST_PEOPLE } from './share';

/**
 * Whether a figure over `before` people (0: there is none) may be replaced by one over `now` people.
 *
 * Somebody who knows everybody's answers but one could read that one from two figures whose people differ by that
 * person. Two sets whose sizes differ by five have at least five people that are not in both; so a figure stands,
 * whoever comes, leaves, moves or is forgotten meanwhile, until their number has changed by five. It is never computed
 * from the figure before, and what changes within five people's room is not seen at all.
 *
 * What no such rule can hide: five accounts of which one person holds four.
 */
export function mayReplace(before: number, now: number): boolean {
  return Math.abs(now - before) >= FEWEST_PEOPLE;
}
