import { seededRank } from './seededRank';

describe('seededRank', () => {
  it('gives whole numbers from 0 to 2^32-1', () => {
    for (const text of ['', 'a', '晨学', 'x'.repeat(1000)]) {
      const rank = seededRank(text);
      expect(Number.isInteger(rank) && rank >= 0 && rank < 2 ** 32).toBe(true);
    }
  });

  it('spreads texts that differ in their last letter over the whole range', () => {
    const buckets = new Array<number>(8).fill(0);
    for (let index = 0; index < 8000; index += 1) {
      const bucket = Math.floor(
        seededRank(`01980000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`) / 2 ** 29,
      );
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    // 1000 expected in each; 6 standard deviations of the binomial are about 180.
    for (const count of buckets) expect(Math.abs(count - 1000)).toBeLessThan(180);
  });
});
