/** How questions are put together into a set (product.md B3). */
export const practiceModes = [
  'dailyFive',
  'weeklyTen',
  'topic',
  'challenge',
  'wrongBook',
  'review',
  'mockExam',
] as const;

export type PracticeMode = (typeof practiceModes)[number];

/** `paper`: made by somebody for a meeting or a study task. */
export type RunMode = PracticeMode | 'paper';

/** Exams are graded when they are handed in; everything else answer by answer. */
export function isExam(mode: RunMode): mode is 'mockExam' | 'paper' {
  return mode === 'mockExam' || mode === 'paper';
}

/** One of them is fixed per day or week; the others may be taken again as a new attempt. */
export function isOncePerLabel(mode: RunMode): boolean {
  return mode === 'dailyFive' || mode === 'weeklyTen' || mode === 'review' || mode === 'paper';
}

/** Whether the questions of a set are shown one after the other, the next only when the one before was right. */
export function isStepwise(mode: RunMode): boolean {
  return mode === 'challenge';
}
