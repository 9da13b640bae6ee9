import { comesBackOn, isAnswerable } from './answerDays';

describe('isAnswerable', () => {
  it.each([
    ['the day of the set', '2026-11-23', '2026-11-23', true],
    ['the day after, for a set begun before midnight', '2026-11-23', '2026-11-24', true],
    ['the seventh day after', '2026-11-23', '2026-11-30', true],
    ['the eighth day after', '2026-11-23', '2026-12-01', false],
    ['the day before the set', '2026-11-23', '2026-11-22', false],
    ['seven days over the end of a year', '2026-12-28', '2027-01-04', true],
  ])('%s', (_what, day, today, answerable) => {
    expect(isAnswerable(day, today)).toBe(answerable);
  });
});

describe('comesBackOn', () => {
  it.each([
    ['a wrong one comes back the next day', '2026-11-23', false, '2026-11-24'],
    ['over the end of a leap February', '2028-02-29', false, '2028-03-01'],
    ['a right one does not come back', '2026-11-23', true, null],
  ])('%s', (_what, day, correct, due) => {
    expect(comesBackOn(day, correct)).toBe(due);
  });
});
