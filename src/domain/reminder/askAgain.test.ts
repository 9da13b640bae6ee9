import { mayAskAgain } from './askAgain';

it('asks who has never refused, and after a refusal only when a month has passed', () => {
  expect(mayAskAgain(null, '2026-11-23')).toBe(true);
  expect(mayAskAgain('2026-11-23', '2026-11-23')).toBe(false);
  expect(mayAskAgain('2026-10-24', '2026-11-23')).toBe(false);
  expect(mayAskAgain('2026-10-23', '2026-11-23')).toBe(true);
});
