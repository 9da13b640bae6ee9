import { sayDay, sayDayAndWeekday, sayMoment, sayNearDay, sayTime } from './sayDay';

test('a day is said with its month and, when asked, its weekday', () => {
  expect(sayDay('2026-11-03')).toBe('11月3日');
  expect(sayDayAndWeekday('2026-11-22')).toBe('11月22日 星期日');
  expect(sayDayAndWeekday('2026-11-23')).toBe('11月23日 星期一');
});

test.each([
  ['2026-11-21', '11月21日'],
  ['2026-11-22', '昨天'],
  ['2026-11-23', '今天'],
  ['2026-11-24', '明天'],
  ['2026-11-25', '后天'],
  ['2026-11-26', '11月26日'],
  ['2027-01-04', '2027年1月4日'],
])('%s is %s on 23 November 2026', (day, words) => {
  expect(sayNearDay(day, '2026-11-23')).toBe(words);
});

test('an instant is said by the clock of Shanghai, also across midnight', () => {
  expect(sayTime('2026-11-22T23:05:00.000Z')).toBe('7:05');
  expect(sayTime('2026-11-22T16:00:00.000Z')).toBe('0:00');
  expect(sayMoment('2026-11-22T15:59:00.000Z', '2026-11-23')).toBe('昨天 23:59');
  expect(sayMoment('2026-11-22T16:00:00.000Z', '2026-11-23')).toBe('今天 0:00');
});
