import { sayWeek, weekNumber } from './sayWeek';

test.each([
  ['2026-11-23', '第48周（11月23日–27日）', 'within a month'],
  ['2026-11-30', '第49周（11月30日–12月4日）', 'over the end of a month'],
  ['2026-12-28', '第53周（12月28日–1月1日）', 'over the end of a year that has 53 weeks'],
  ['2027-01-04', '第1周（1月4日–8日）', 'the first week with a Thursday of the year'],
  ['2024-12-30', '第1周（12月30日–1月3日）', 'the first week may begin in December'],
])('the week of %s is %s: %s', (monday, said) => {
  expect(sayWeek(monday)).toBe(said);
});

test('every year has week 1 after its last week', () => {
  expect([weekNumber('2025-12-22'), weekNumber('2025-12-29')]).toEqual([52, 1]);
});
