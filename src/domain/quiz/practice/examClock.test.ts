import { deadlineOf, isPastGrace } from './examClock';

const now = new Date('2026-11-23T00:30:00.000Z');

describe('deadlineOf', () => {
  it.each([
    ['its own minutes', null, '2026-11-23T01:00:00.000Z'],
    ['its own minutes when it closes later', '2026-11-23T01:00:00.001Z', '2026-11-23T01:00:00.000Z'],
    ['the close when that is earlier', '2026-11-23T00:59:59.999Z', '2026-11-23T00:59:59.999Z'],
  ])('is %s', (_what, closesAt, deadline) => {
    expect(deadlineOf(now, 30, closesAt ? new Date(closesAt) : null).toISOString()).toBe(deadline);
  });
});

describe('isPastGrace', () => {
  it.each([
    ['before the deadline', -1, false],
    ['30 s after it', 30_000, false],
    ['a millisecond more', 30_001, true],
  ])('%s', (_what, ms, isPast) => {
    expect(isPastGrace(now, new Date(now.getTime() + ms))).toBe(isPast);
  });
});
