import { addDays } from '../calendar/shanghai';

/** Older pieces are worth seeing again only when there is nothing newer: about a quarter's working days. */
const WINDOW_DAYS = 60;

/**
 * The earlier piece worth seeing again on a day without one (product.md A0 "never blank"), or null when nothing has
 * been published yet. The choice depends on the day and the pieces alone: it is the same the whole day and for
 * everybody, also after the member has stamped it, and moves on by one each day.
 */
export function chooseAgain<P extends { id: string; publishOn: string }>(
  day: string,
  published: readonly P[],
): P | null {
  const earlier = published.filter((piece) => piece.publishOn < day);
  const recent = earlier.filter((piece) => piece.publishOn >= addDays(day, -WINDOW_DAYS));
  const candidates = (recent.length > 0 ? recent : earlier).sort(compare);
  const dayNumber = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  return candidates[dayNumber % candidates.length] ?? null;
}

function compare(a: { id: string; publishOn: string }, b: { id: string; publishOn: string }): number {
  return a.publishOn === b.publishOn ? (a.id < b.id ? -1 : 1) : a.publishOn < b.publishOn ? -1 : 1;
}
