import { sayDate, saySpan } from './sayDate';

test('a day and a month are said without inventing a day', () => {
  expect(sayDate('1985-07-01')).toBe('1985年7月1日');
  expect(sayDate('1985-12')).toBe('1985年12月');
});

test('a span has an end or is open', () => {
  expect(saySpan('2026-03-01', null)).toBe('2026年3月1日起');
  expect(saySpan('2026-03-01', '2026-08-31')).toBe('2026年3月1日到8月31日');
});
