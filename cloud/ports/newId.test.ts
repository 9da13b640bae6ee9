import { fixedClock } from './clock';
import { newId } from './newId';
import { systemRandom } from './random';

const millisecondsOf = (id: string) => Number.parseInt(id.replace(/-/g, '').slice(0, 12), 16);

it('is a UUIDv7 of its millisecond', () => {
  const clock = fixedClock('2026-11-23T00:00:00.123Z');
  const id = newId(clock, systemRandom);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(millisecondsOf(id)).toBe(Date.parse('2026-11-23T00:00:00.123Z'));
});

it('goes up within a millisecond, and past the end of its counter', () => {
  const clock = fixedClock('2026-11-23T00:00:00Z');
  const ids = Array.from({ length: 20_000 }, () => newId(clock, systemRandom));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  // Borrowed from the milliseconds that follow, at most one for each half of the counter.
  expect(millisecondsOf(ids.at(-1) ?? '') - clock.now().getTime()).toBeLessThanOrEqual(10);
});

it('goes on upwards over a hiccup of the clock, and follows one that is set anew', () => {
  const clock = fixedClock('2026-11-23T00:00:00.500Z');
  const before = newId(clock, systemRandom);
  clock.set('2026-11-23T00:00:00.200Z');
  expect(newId(clock, systemRandom) > before).toBe(true);
  clock.set('2026-11-22T00:00:00Z');
  expect(millisecondsOf(newId(clock, systemRandom))).toBe(Date.parse('2026-11-22T00:00:00Z'));
});

it('cannot be guessed from another: 62 bits are random', () => {
  const clock = fixedClock('2026-11-23T00:00:00Z');
  const tails = Array.from({ length: 100 }, () => newId(clock, systemRandom).slice(19));
  expect(new Set(tails).size).toBe(100);
});
