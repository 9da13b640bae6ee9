/** A share of fewer people could be traced to one of them (product.md B5). */
export const FEWEST_PEOPLE = 5;

/** Below this a share has five names only; the figure for what a bank's keeper may see. */
const MANY_PEOPLE = 20;

/** A share in per cent as it may be told; `bound` says that it is the end of its scale: that or more, that or less. */
export interface Share {
  share: number;
  bound: 'orMore' | 'orLess' | null;
}

/**
 * The share of people who were right, or null when they are fewer than five.
 *
 * It is told in steps of twenty from 20 to 80 below twenty people, in steps of ten from 10 to 90 from twenty on, so that
 * "all of them" and "none of them" are never said: five of five and four of five sound alike. The steps alone do not
 * hide a person (four of five is 80, three of six 60): what keeps two looks at least five people apart is `mayReplace`,
 * and every share goes through both.
 */
export function shareOf(right: number, people: number): Share | null {
  if (people < FEWEST_PEOPLE) return null;
  const step = people < MANY_PEOPLE ? 20 : 10;
  const share = Math.min(100 - step, Math.max(step, Math.round((100 * right) / people / step) * step));
  const bound = share === 100 - step ? 'orMore' : share === step ? 'orLess' : null;
  return { share, bound };
}

/**
 * The share of a topic: the mean of the shares that its questions show already, to the next ten. It is made of nothing
 * else, so it tells of no person what they do not, however its questions overlap. Null without one.
 */
export function topicShareOf(shown: readonly Share[]): Share | null {
  const [first] = shown;
  if (!first) return null;
  const mean = shown.reduce((sum, { share }) => sum + share, 0) / shown.length;
  const isAlike = shown.every(({ bound }) => bound === first.bound);
  return { share: Math.round(mean / 10) * 10, bound: isAlike ? first.bound : null };
}
