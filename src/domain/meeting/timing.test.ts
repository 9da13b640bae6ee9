import { isComing, isPlausibleStart, mayOpenYet, needsLateReason } from './timing';

// 15:00 in Shanghai
const plannedAt = new Date('2026-11-23T07:00:00.000Z');

describe('when a meeting may be opened', () => {
  it.each([
    ['2026-11-23T04:59:59.999Z', false],
    ['2026-11-23T05:00:00.000Z', true],
    ['2026-11-23T07:00:00.000Z', true],
    ['2026-12-23T07:00:00.000Z', true],
  ])('at %s: %s', (now, expected) => {
    expect(mayOpenYet(plannedAt, new Date(now))).toBe(expected);
  });
});

describe('how long a planned meeting stands first', () => {
  it.each([
    ['2026-11-23T04:59:59.999Z', false],
    ['2026-11-23T05:00:00.000Z', true],
    // the last millisecond of the day in Shanghai, and midnight
    ['2026-11-23T15:59:59.999Z', true],
    ['2026-11-23T16:00:00.000Z', false],
  ])('at %s: %s', (now, expected) => {
    expect(isComing(plannedAt, new Date(now))).toBe(expected);
  });

  it('stands first on the evening before one that begins just after midnight', () => {
    // 00:30 in Shanghai on the 24th
    expect(isComing(new Date('2026-11-23T16:30:00Z'), new Date('2026-11-23T14:30:00Z'))).toBe(true);
  });
});

describe('a plausible start', () => {
  it.each([
    ['2027-11-24T07:00:00.000Z', true],
    ['2027-11-24T07:00:00.001Z', false],
    ['2025-11-22T07:00:00.000Z', true],
    ['2025-11-22T06:59:59.999Z', false],
  ])('%s: %s', (start, expected) => {
    expect(isPlausibleStart(new Date(start), plannedAt)).toBe(expected);
  });
});

describe('a late record', () => {
  it.each([
    ['2026-11-23', false],
    ['2026-11-20', false],
    ['2026-11-19', true],
  ])('held on %s and signed on the 23rd needs a reason: %s', (heldOn, expected) => {
    expect(needsLateReason(heldOn, '2026-11-23')).toBe(expected);
  });
});
