import fc from 'fast-check';
import type { DayEdits } from '../calendar/workdays';
import { workdaysFrom } from '../calendar/workdays';
import { countStock, firstGap, firstPlanDay } from './stock';

const none: DayEdits = new Map();
const at = (time: string) => new Date(`${time}+08:00`);

describe('the stock of pieces', () => {
  it.each([
    ['2026-11-23T09:00:00', ['2026-11-23', '2026-11-24', '2026-11-25'], 3, 'today and the next two'],
    ['2026-11-23T09:00:00', ['2026-11-24', '2026-11-25'], 2, 'today is empty and over: from tomorrow'],
    ['2026-11-23T07:29:00', ['2026-11-24', '2026-11-25'], 0, 'today is empty and can still be filled'],
    ['2026-11-23T09:00:00', ['2026-11-23', '2026-11-25'], 1, 'a gap tomorrow ends it'],
    ['2026-11-22T09:00:00', ['2026-11-23'], 1, 'a Sunday counts from Monday'],
    ['2026-11-27T09:00:00', ['2026-11-27', '2026-11-30'], 2, 'the weekend is no gap'],
    [
      '2026-09-30T09:00:00',
      ['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10'],
      4,
      'a holiday is no gap',
    ],
    ['2026-11-23T09:00:00', [], 0, 'nothing'],
  ])('at %s with %j is %i: %s', (now, covered, count) => {
    expect(countStock(at(now), new Set(covered), none)).toBe(count);
    const gap = firstGap(at(now), new Set(covered), none);
    expect(covered).not.toContain(gap);
    expect(countStock(at(now), new Set([...covered, gap]), none)).toBeGreaterThan(count);
  });

  it.each([
    ['2026-11-23T09:00:00', '2026-11-23', 'a Monday'],
    ['2026-11-28T09:00:00', '2026-11-30', 'a Saturday'],
  ])('before the very first piece the plan begins today: at %s on %s (%s)', (now, day) => {
    expect(firstPlanDay(at(now), new Set(), none, false)).toBe(day);
  });

  it('is exactly as many as the working days covered from today on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (days) => {
        const covered = new Set(workdaysFrom('2026-11-23', days, none));
        expect(countStock(at('2026-11-23T07:00:00'), covered, none)).toBe(days);
      }),
    );
  });
});
