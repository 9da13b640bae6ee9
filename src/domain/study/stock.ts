import { shanghaiDay } from '../calendar/shanghai';
import { type DayEdits, isWorkday, nextWorkday } from '../calendar/workdays';
import { isPublished, publishInstant } from './publishing';

/**
 * 库存: how many coming working days have a piece, counted from today until the first one without (product.md A0).
 * Today counts when it is covered; when it is not and its hour has passed, nobody can fill it any more and counting
 * begins with the next working day. `covered` are the days with a piece.
 */
export function countStock(now: Date, covered: ReadonlySet<string>, edits: DayEdits): number {
  const today = shanghaiDay(now);
  const isTodayOver = !covered.has(today) && isPublished(publishInstant(today), now);
  let day = isWorkday(today, edits) && !isTodayOver ? today : nextWorkday(today, edits);
  let count = 0;
  for (; covered.has(day); day = nextWorkday(day, edits)) count += 1;
  return count;
}
