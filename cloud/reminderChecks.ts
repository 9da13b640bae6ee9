import { isLectureComing } from './lecture/isLectureComing';
import type { ReminderChecks } from './reminder/sendReminder';
import { isReviewWaiting } from './study/isReviewWaiting';
import { isStudyOpen } from './study/isStudyOpen';
import { isTaskOpen } from './task/isTaskOpen';

/** By kind: whether the matter of a reminder is still open. What is already done reminds nobody. */
export const reminderChecks: ReminderChecks = {
  study: isStudyOpen,
  task: isTaskOpen,
  lecture: isLectureComing,
  review: isReviewWaiting,
};
