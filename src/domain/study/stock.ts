import { shanghaiDay } from '../calendar/shanghai';
import { type DayEdits, isWorkday, nextWorkday } from '../calendar/workdays';
import { isPublished, publishInstant } from './publishing';

/**
 * The first working day that counts for the plan: today, unless people rest or it has no piece and its hour of
 * publishing has passed, so that nobody can fill it any more (`isBegun` false: before a bureau's very first piece it
 * can be filled all day, see publishing.ts). `covered` are the days with a piece.
 */
export function firstPlanDay(
  now: Date,
  covered: ReadonlySet<string>,
  edits: DayEdits,
  isBegun = true,
): string {
  const today = shanghaiDay(now);
  const isTodayOver = isBegun && !covered.has(today) && isPublished(publishInstant(today), now);
  return isWorkday(today, edits) && !isTodayOver ? today : nextWorkday(today, edits);
}

/** The first working day from the first plan day on that has no piece: where the stock ends. */
export function firstGap(now: Date, covered: ReadonlySet<string>, edits: DayEdits): string {
  let day = firstPlanDay(now, covered, edits);
  while (covered.has(day)) day = nextWorkday(day, edits);
  return day;
}

/** 库存: how many working days from the first plan day on have a piece, up to the first one without (product.md A0). */
export function countStock(now: Date, covered: ReadonlySet<string>, edits: DayEdits): number {
  let count = 0;
  for (let day = firstPlanDay(now, covered, edits); covered.has(day); day = nextWorkday(day, edits))
    count += 1;
  return count;
}
