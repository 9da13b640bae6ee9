import { shanghaiInstant } from '../calendar/shanghai';
import { defaultQuietHours, sendableAt } from './quietHours';

const at = (day: string, time: string) => shanghaiInstant(day, time);
const never = (_day: string): boolean => false;
const weekend = (day: string) => day === '2026-11-21' || day === '2026-11-22';
const say = (now: Date, isFree = never) => sendableAt(now, defaultQuietHours, isFree).toISOString();

it('sends by day at once, from the very end of the quiet hours to just before they begin', () => {
  for (const time of ['07:30', '12:00', '20:59']) {
    expect(say(at('2026-11-23', time))).toBe(at('2026-11-23', time).toISOString());
  }
});

it('waits for the morning: the same day’s before it, the next day’s from the evening on', () => {
  expect(say(at('2026-11-23', '07:29'))).toBe(at('2026-11-23', '07:30').toISOString());
  expect(say(at('2026-11-23', '00:00'))).toBe(at('2026-11-23', '07:30').toISOString());
  expect(say(at('2026-11-23', '21:00'))).toBe(at('2026-11-24', '07:30').toISOString());
  expect(say(at('2026-11-23', '23:59'))).toBe(at('2026-11-24', '07:30').toISOString());
});

it('passes over days on which people rest', () => {
  expect(say(at('2026-11-20', '21:30'), weekend)).toBe(at('2026-11-23', '07:30').toISOString());
  expect(say(at('2026-11-21', '10:00'), weekend)).toBe(at('2026-11-23', '07:30').toISOString());
  expect(say(at('2026-11-22', '06:00'), weekend)).toBe(at('2026-11-23', '07:30').toISOString());
  expect(say(at('2026-11-20', '10:00'), weekend)).toBe(at('2026-11-20', '10:00').toISOString());
});
