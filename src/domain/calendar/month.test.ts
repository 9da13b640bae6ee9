import { monthBounds } from './month';

describe('the bounds of a month', () => {
  it.each([
    ['2026-11', '2026-12-01'],
    ['2026-12', '2027-01-01'],
    ['2026-01', '2026-02-01'],
    ['2026-02', '2026-03-01'],
    ['2028-02', '2028-03-01'],
  ])('%s ends before %s', (month, after) => {
    expect(monthBounds(month)).toEqual({ first: `${month}-01`, after });
  });
});
