import * as fc from 'fast-check';
import { pickReview } from './pickReview';

const ids = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${index}`);

describe('pickReview', () => {
  it.each([
    ['nothing due', 0, 5],
    ['some due', 4, 9],
    ['exactly as many due as fit', 10, 15],
    ['one more due than fits: nothing new on top', 11, 10],
  ])('%s', (_what, due, expected) => {
    const setting = { newPerDay: 5, duePerDay: 10 };
    expect(pickReview(setting, ids('d', due), ids('n', 20))).toHaveLength(expected);
  });

  it('gives somebody who wants no repeats their new ones all the same', () => {
    expect(pickReview({ newPerDay: 3, duePerDay: 0 }, ids('d', 1), ids('n', 9))).toEqual(['n0', 'n1', 'n2']);
  });

  it('is never more than the setting says, and takes the longest due first', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 200 }),
        (duePerDay, newPerDay, waiting) => {
          const picked = pickReview({ duePerDay, newPerDay }, ids('d', waiting), ids('n', 30));
          const due = picked.filter((id) => id.startsWith('d'));
          expect(due).toEqual(ids('d', Math.min(waiting, duePerDay)));
          expect(picked.length - due.length).toBeLessThanOrEqual(newPerDay);
        },
      ),
    );
  });

  it('works off whatever was left over a holiday, a cap a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 300 }), (duePerDay, left) => {
        let waiting = ids('d', left);
        let days = 0;
        while (waiting.length > 0) {
          const picked = new Set(pickReview({ duePerDay, newPerDay: 5 }, waiting, ids('n', 5)));
          waiting = waiting.filter((id) => !picked.has(id));
          days += 1;
        }
        expect(days).toBe(Math.ceil(left / duePerDay));
      }),
    );
  });
});
