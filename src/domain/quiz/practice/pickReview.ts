/** How many questions a person wants to repeat in a day. */
export interface ReviewSetting {
  /** Never answered ones, 0 to 20. */
  newPerDay: number;
  /** Due ones, 0 to 50. */
  duePerDay: number;
}

/** Up to ten due and five new ones in a day (issue 4, "Practice"). */
export const defaultReviewSetting: ReviewSetting = { newPerDay: 5, duePerDay: 10 };

export const MOST_NEW_PER_DAY = 20;
export const MOST_DUE_PER_DAY = 50;

/**
 * The questions of one day's review. `due` are those due on the day or before, longest due first; `fresh` never
 * answered ones. Never more than the setting says: what is left after a holiday waits for the next days, and while
 * something is left nothing new is added to it, so that it is worked off and never piled up.
 */
export function pickReview(
  { newPerDay, duePerDay }: ReviewSetting,
  due: readonly string[],
  fresh: readonly string[],
): string[] {
  const isMoreLeft = duePerDay > 0 && due.length > duePerDay;
  return [...new Set([...due.slice(0, duePerDay), ...(isMoreLeft ? [] : fresh.slice(0, newPerDay))])];
}
