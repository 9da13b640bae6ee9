import { addDays, shanghaiDay, shanghaiTime, weekday } from './shanghai';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** A day as people say it: `2026-11-23` is 11月23日. */
export function sayDay(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}

/** A day with its weekday: 11月23日 星期一. */
export function sayDayAndWeekday(day: string): string {
  return `${sayDay(day)} 星期${weekdays[weekday(day) - 1]}`;
}

/** Two days of a plan, the second with its year when that is another one: 11月23日 星期一到2027年1月4日 星期一. */
export function saySpanWithWeekdays(from: string, to: string): string {
  const year = to.slice(0, 4);
  return `${sayDayAndWeekday(from)}到${year === from.slice(0, 4) ? '' : `${year}年`}${sayDayAndWeekday(to)}`;
}

/** A day near today by its everyday name, any other by its date (design.md "Words": 明天 9:00). */
export function sayNearDay(day: string, today: string): string {
  const near = new Map([
    [addDays(today, -1), '昨天'],
    [today, '今天'],
    [addDays(today, 1), '明天'],
    [addDays(today, 2), '后天'],
  ]);
  const year = day.slice(0, 4);
  return near.get(day) ?? (year === today.slice(0, 4) ? sayDay(day) : `${year}年${sayDay(day)}`);
}

/** The wall clock of Asia/Shanghai at an instant (ISO 8601): 7:42. */
export function sayTime(instant: string): string {
  return shanghaiTime(new Date(instant)).replace(/^0/, '');
}

/** An instant (ISO 8601) as people say it on `today`: 明天 9:00, 11月20日 7:42. */
export function sayMoment(instant: string, today: string): string {
  return `${sayNearDay(shanghaiDay(new Date(instant)), today)} ${sayTime(instant)}`;
}
