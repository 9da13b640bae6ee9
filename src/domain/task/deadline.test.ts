import { endOf, isDeadline, isExtension, isOver, reminderInstant, suggestedDeadlines } from './deadline';

describe('isOver', () => {
  it('leaves the whole last day', () => {
    expect(isOver('2026-11-27', '2026-11-27')).toBe(false);
    expect(isOver('2026-11-27', '2026-11-28')).toBe(true);
  });
});

describe('isDeadline', () => {
  it.each([
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2027-11-24', true],
    ['2027-11-25', false],
  ])('on 2026-11-23 judges %s: %s', (day, may) => {
    expect(isDeadline(day, '2026-11-23')).toBe(may);
  });
});

describe('isExtension', () => {
  it.each([
    ['the same day is none', '2026-11-27', '2026-11-23', false],
    ['an earlier day is none', '2026-11-26', '2026-11-23', false],
    ['the next day is one', '2026-11-28', '2026-11-23', true],
    ['a later day that has gone by is none', '2026-11-28', '2026-11-29', false],
    ['after the deadline it may still be extended to today', '2026-11-29', '2026-11-29', true],
  ])('%s', (_title, next, today, is) => {
    expect(isExtension('2026-11-27', next, today)).toBe(is);
  });
});

describe('suggestedDeadlines', () => {
  it.each([
    // Monday, Tuesday: the same week's Friday leaves three days.
    ['2026-11-23', '2026-11-27', '2026-11-30'],
    ['2026-11-24', '2026-11-27', '2026-11-30'],
    ['2026-11-25', '2026-12-04', '2026-11-30'],
    ['2026-11-27', '2026-12-04', '2026-11-30'],
    // The end of the month is too near: that of the next.
    ['2026-11-28', '2026-12-04', '2026-12-31'],
    ['2026-12-30', '2027-01-08', '2027-01-31'],
    ['2028-02-26', '2028-03-03', '2028-02-29'],
  ])('on %s offers %s and %s', (today, friday, monthEnd) => {
    expect(suggestedDeadlines(today)).toEqual({ friday, monthEnd });
  });
});

test('the reminder comes on the day before, at 9:00 in Shanghai; the last day ends at midnight there', () => {
  expect(reminderInstant('2026-12-01').toISOString()).toBe('2026-11-30T01:00:00.000Z');
  expect(endOf('2026-12-31').toISOString()).toBe('2026-12-31T16:00:00.000Z');
});
