import { weekOf } from '../../../src/domain/calendar/weekOf';
import type { PracticeMode } from '../../../src/domain/quiz/practice/modes';

/** Sets that have no name of their own: only their attempts are told apart. */
const NO_LABEL = '-';

/** What tells a set of its mode from another: the day, the Monday of the week, or the topic. */
export function labelOf(mode: PracticeMode, today: string, topic: string | undefined): string {
  switch (mode) {
    case 'dailyFive':
    case 'review':
      return today;
    case 'weeklyTen':
      return weekOf(today).from;
    case 'topic':
      return topic ?? NO_LABEL;
    case 'challenge':
    case 'wrongBook':
    case 'mockExam':
      return NO_LABEL;
  }
}
