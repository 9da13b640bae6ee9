import type { DayEdits } from '../calendar/workdays';
import { isPublished, publishInstant, whyNotOn } from './publishing';

const none: DayEdits = new Map();

describe('publishing', () => {
  it('happens at 07:30 in Shanghai, which is 23:30 of the day before in UTC', () => {
    expect(publishInstant('2026-11-23').toISOString()).toBe('2026-11-22T23:30:00.000Z');
  });

  it.each([
    ['2026-11-22T23:29:59.999Z', false],
    ['2026-11-22T23:30:00.000Z', true],
    ['2026-11-22T23:30:00.001Z', true],
  ])('at %s: %s', (now, published) => {
    expect(isPublished(publishInstant('2026-11-23'), new Date(now))).toBe(published);
  });

  it('never happens without a day', () => {
    expect(isPublished(null, new Date('2026-11-23T00:00:00Z'))).toBe(false);
  });
});

describe('laying a piece on a day', () => {
  it.each([
    ['2026-11-23', '2026-11-23T07:29:59', null, 'today before half past seven'],
    ['2026-11-23', '2026-11-23T07:30:00', 'day_in_past', 'today at half past seven'],
    ['2026-11-20', '2026-11-23T00:00:00', 'day_in_past', 'the Friday before'],
    ['2026-11-24', '2026-11-23T23:59:59', null, 'tomorrow'],
    ['2026-11-28', '2026-11-23T09:00:00', 'not_a_workday', 'a Saturday'],
    ['2026-11-22', '2026-11-23T09:00:00', 'day_in_past', 'a Sunday gone by: past comes first'],
    ['2027-01-01', '2026-11-23T09:00:00', null, 'a Friday of a year without a notice'],
  ] as const)('%s at %s: %s (%s)', (day, now, why, _what) => {
    expect(whyNotOn(day, new Date(`${now}+08:00`), none)).toBe(why);
  });

  it.each([
    ['2026-11-23', '2026-11-23T07:30:00', null, 'today after the hour'],
    ['2026-11-23', '2026-11-23T23:59:59', null, 'today at its end'],
    ['2026-11-23', '2026-11-24T00:00:00', 'day_in_past', 'yesterday'],
    ['2026-11-28', '2026-11-28T09:00:00', 'not_a_workday', 'a Saturday'],
  ] as const)('before the very first piece: %s at %s: %s (%s)', (day, now, why, _what) => {
    expect(whyNotOn(day, new Date(`${now}+08:00`), none, false)).toBe(why);
  });

  it('follows the day that the bureau entered', () => {
    const edits: DayEdits = new Map([['2026-11-24', { kind: 'holiday', name: '停水' }]]);
    expect(whyNotOn('2026-11-24', new Date('2026-11-23T01:00:00Z'), edits)).toBe('not_a_workday');
  });
});
