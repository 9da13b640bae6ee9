import { weekOf } from './weekOf';

test.each([
  ['2026-11-23', '2026-11-23', '2026-11-29', 'a Monday begins its week'],
  ['2026-11-29', '2026-11-23', '2026-11-29', 'a Sunday ends it'],
  ['2027-01-01', '2026-12-28', '2027-01-03', 'a week lies across two years'],
])('%s is in %s to %s: %s', (day, from, until) => {
  expect(weekOf(day)).toEqual({ from, until });
});
