import { monthBounds } from '../calendar/month';
import { addDays, shanghaiInstant, weekday } from '../calendar/shanghai';

/** A task runs for a year at most: what takes longer is a plan, not a task. */
const LONGEST_DAYS = 366;
/** A suggested deadline leaves at least this many days, so that nobody is asked overnight. */
const FAIR_DAYS = 3;
const FRIDAY = 5;

/** True when the day `dueOn` is over: a task may be given in without a remark until the end of that day. */
export function isOver(dueOn: string, today: string): boolean {
  return today > dueOn;
}

/** True for a deadline that can be set on `today`: today itself or later, at most a year away. */
export function isDeadline(dueOn: string, today: string): boolean {
  return dueOn >= today && dueOn <= addDays(today, LONGEST_DAYS);
}

/** True when `next` gives more time than `dueOn`: a deadline is never shortened (brief: never silently). */
export function isExtension(dueOn: string, next: string, today: string): boolean {
  return next > dueOn && isDeadline(next, today);
}

/** The two days offered first: a Friday and the last day of a month, each at least three days away. */
export function suggestedDeadlines(today: string): { friday: string; monthEnd: string } {
  const soonest = addDays(today, FAIR_DAYS);
  const friday = addDays(soonest, (FRIDAY - weekday(soonest) + 7) % 7);
  const monthEnd = addDays(monthBounds(soonest.slice(0, 7)).after, -1);
  return { friday, monthEnd };
}

/** In office hours, so that a day is left: 9:00 in Shanghai on the day before the deadline. */
export function reminderInstant(dueOn: string): Date {
  return shanghaiInstant(addDays(dueOn, -1), '09:00');
}

/** The end of the last day, the first instant of the day after it. */
export function endOf(dueOn: string): Date {
  return shanghaiInstant(addDays(dueOn, 1), '00:00');
}
