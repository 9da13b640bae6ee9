import * as fc from 'fast-check';
import { FIRST_SAMPLE, pickSample, sampleSize } from './reviewSample';

const ids = Array.from({ length: 500 }, (_, at) => `q${at}`);

it('is twenty at first, and twice the last one after something was given back', () => {
  expect([sampleSize(null), sampleSize(20), sampleSize(40), sampleSize(3)]).toEqual([
    20,
    40,
    80,
    FIRST_SAMPLE,
  ]);
});

it('is another one for another seed, without repeats, all of a small batch', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 600 }), (seed, size) => {
      const sample = pickSample(ids, size, seed);
      expect(new Set(sample).size).toBe(sample.length);
      expect(sample).toHaveLength(Math.min(size, ids.length));
    }),
  );
  expect(pickSample(ids, 20, 'one')).not.toEqual(pickSample(ids, 20, 'other'));
});

it('gives every question about the same chance', () => {
  const seen = new Map<string, number>();
  for (let round = 0; round < 2_000; round += 1)
    for (const id of pickSample(ids.slice(0, 40), 20, `seed ${round}`)) seen.set(id, (seen.get(id) ?? 0) + 1);
  // 1,000 expected of each; six standard deviations of the binomial are about 134.
  for (const id of ids.slice(0, 40)) expect(Math.abs((seen.get(id) ?? 0) - 1_000)).toBeLessThan(134);
});
