import { halfYearOf } from './halfYear';

describe('the half-year of a day', () => {
  it.each([
    ['2026-01-01', '2026-01-01', '2026-06-30', '2026 上半年'],
    ['2026-06-30', '2026-01-01', '2026-06-30', '2026 上半年'],
    ['2026-07-01', '2026-07-01', '2026-12-31', '2026 下半年'],
    ['2026-12-31', '2026-07-01', '2026-12-31', '2026 下半年'],
  ])('of %s is %s to %s', (day, startsOn, endsOn, name) => {
    expect(halfYearOf(day)).toEqual({ startsOn, endsOn, name });
  });
});
