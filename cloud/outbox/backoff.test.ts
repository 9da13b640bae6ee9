import { retryDelayMs } from './backoff';

describe('retryDelayMs', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [6, 32],
    // 64 minutes would be over the hour
    [7, 60],
    [10, 60],
    [2000, 60],
  ])('after try %i waits %i minutes', (tries, minutes) => {
    expect(retryDelayMs(tries)).toBe(minutes * 60_000);
  });
});
