import * as fc from 'fast-check';
import { discriminationOf, type ItemSums } from './discrimination';
import { judgeItem } from './judgeItem';
import { mayReplace } from './mayReplace';
import { optionFigures } from './optionFigures';
import { shareOf, topicShareOf } from './share';

describe('shareOf', () => {
  it.each([
    [0, 0, null],
    [4, 4, null],
    [0, 5, { share: 20, bound: 'orLess' }],
    [1, 5, { share: 20, bound: 'orLess' }],
    [2, 5, { share: 40, bound: null }],
    [3, 5, { share: 60, bound: null }],
    [4, 5, { share: 80, bound: 'orMore' }],
    [5, 5, { share: 80, bound: 'orMore' }],
    [19, 19, { share: 80, bound: 'orMore' }],
    [20, 20, { share: 90, bound: 'orMore' }],
    [16, 20, { share: 80, bound: null }],
    [0, 20, { share: 10, bound: 'orLess' }],
    [500, 1000, { share: 50, bound: null }],
  ])('%i right of %i people', (right, people, share) => {
    expect(shareOf(right, people)).toEqual(share);
  });

  it('never says all or none, whatever the people', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 2000 }), fc.nat(), (people, some) => {
        const { share } = shareOf(some % (people + 1), people) ?? { share: 0 };
        expect(share).toBeGreaterThanOrEqual(10);
        expect(share).toBeLessThanOrEqual(90);
        // Whoever knows all but one of a few cannot tell "all right" from "all but one".
        expect(shareOf(people, people)).toEqual(shareOf(people - 1, people));
        expect(shareOf(0, people)).toEqual(shareOf(1, people));
      }),
    );
  });
});

describe('topicShareOf', () => {
  it('is the mean of what its questions show, and nothing without one', () => {
    expect(topicShareOf([])).toBeNull();
    expect(
      topicShareOf([
        { share: 20, bound: 'orLess' },
        { share: 60, bound: null },
        { share: 70, bound: null },
      ]),
    ).toEqual({ share: 50, bound: null });
    expect(topicShareOf([{ share: 80, bound: 'orMore' }])).toEqual({ share: 80, bound: 'orMore' });
    expect(
      topicShareOf([
        { share: 80, bound: 'orMore' },
        { share: 80, bound: null },
      ]),
    ).toEqual({ share: 80, bound: null });
  });
});

describe('mayReplace, against somebody who looks every day', () => {
  it('lets two looks differ by nobody or by five people, whoever comes and goes', () => {
    const steps = fc.array(
      fc.record({
        come: fc.array(fc.nat({ max: 30 }), { maxLength: 7 }),
        go: fc.array(fc.nat({ max: 30 }), { maxLength: 7 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (days) => {
        const present = new Set<number>();
        let shown = new Set<number>();
        for (const { come, go } of days) {
          for (const one of come) present.add(one);
          for (const one of go) present.delete(one);
          if (!mayReplace(shown.size, present.size)) continue;
          const changed = [...present, ...shown].filter((one) => !(present.has(one) && shown.has(one)));
          expect(new Set(changed).size).toBeGreaterThanOrEqual(5);
          shown = new Set(present);
        }
      }),
    );
  });

  it.each([
    [0, 4, false],
    [0, 5, true],
    [5, 9, false],
    [5, 10, true],
    [10, 6, false],
    [10, 5, true],
    [5, 0, true],
  ])('%i people before and %i now: %s', (before, now, may) => {
    expect(mayReplace(before, now)).toBe(may);
  });
});

/** Sums of people given as right or wrong here, and the share right elsewhere. */
function sumsOf(people: readonly (readonly [right: 0 | 1, rest: number])[]): ItemSums {
  const sums: ItemSums = { people: people.length, right: 0, rest: 0, restSquared: 0, restOfRight: 0 };
  for (const [right, rest] of people) {
    sums.right += right;
    sums.rest += rest;
    sums.restSquared += rest * rest;
    sums.restOfRight += right * rest;
  }
  return sums;
}

describe('discriminationOf', () => {
  it('is the point-biserial correlation, as worked out by hand', () => {
    // Means 0.7 and 0.4, standard deviation sqrt(0.175 / 6) = 0.170783: 0.3 / 0.170783 * sqrt(0.5 * 0.5) = 0.8783.
    const people = [
      [1, 0.8],
      [1, 0.6],
      [1, 0.7],
      [0, 0.4],
      [0, 0.5],
      [0, 0.3],
    ] as const;
    expect(discriminationOf(sumsOf(people))).toBeCloseTo(0.8783, 4);
    const turned = people.map(([right, rest]) => [right ? 0 : 1, rest] as const);
    expect(discriminationOf(sumsOf(turned))).toBeCloseTo(-0.8783, 4);
    // Means 0.6 and 0.5 of two and three, standard deviation sqrt(0.072 / 5) = 0.12: 0.1 / 0.12 * sqrt(0.4 * 0.6) = 0.4082.
    const uneven = [
      [1, 0.6],
      [1, 0.6],
      [0, 0.4],
      [0, 0.4],
      [0, 0.7],
    ] as const;
    expect(discriminationOf(sumsOf(uneven))).toBeCloseTo(0.4082, 4);
  });

  it('is not defined where all are alike here or elsewhere', () => {
    expect(discriminationOf(sumsOf([]))).toBeNull();
    expect(
      discriminationOf(
        sumsOf([
          [1, 0.4],
          [1, 0.9],
        ]),
      ),
    ).toBeNull();
    expect(
      discriminationOf(
        sumsOf([
          [0, 0.4],
          [0, 0.9],
        ]),
      ),
    ).toBeNull();
    expect(
      discriminationOf(sumsOf(Array.from({ length: 30 }, (_, index) => [index % 2 ? 1 : 0, 0.1] as const))),
    ).toBeNull();
  });

  it('stays between -1 and 1', () => {
    const person = fc.tuple(
      fc.constantFrom<0 | 1>(0, 1),
      fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
    );
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), (people) => {
        const found = discriminationOf(sumsOf(people)) ?? 0;
        expect(Math.abs(found)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('optionFigures', () => {
  it('names the one answer that the best prefer to the key', () => {
    const given = [
      { answer: [0], people: 10, upper: 1 },
      { answer: [1], people: 25, upper: 8 },
      { answer: [2], people: 5, upper: 0 },
    ];
    expect(optionFigures(4, [0], given)).toEqual({
      prefersAnother: true,
      options: [
        { share: 0.25, instead: false },
        { share: 0.625, instead: true },
        { share: 0.125, instead: false },
        { share: 0, instead: false },
      ],
    });
  });

  it.each([
    ['as many of them give the key', 3, 3, 0, false],
    ['two other answers are alike', 1, 3, 3, false],
    ['one other answer leads by one', 2, 3, 2, true],
    ['nobody is among the best', 0, 0, 0, false],
  ])('when %s', (_what, key, first, second, prefersAnother) => {
    const given = [
      { answer: [0], people: 9, upper: key },
      { answer: [1], people: 9, upper: first },
      { answer: [2], people: 9, upper: second },
    ];
    expect(optionFigures(3, [0], given).prefersAnother).toBe(prefersAnother);
  });

  it('takes several choices as one answer', () => {
    const given = [
      { answer: [0, 1], people: 4, upper: 0 },
      { answer: [0, 2], people: 4, upper: 4 },
    ];
    expect(optionFigures(3, [0, 1], given)).toEqual({
      prefersAnother: true,
      options: [
        { share: 1, instead: true },
        { share: 0.5, instead: false },
        { share: 0.5, instead: true },
      ],
    });
  });
});

describe('judgeItem', () => {
  const fine = { difficulty: 0.6, discrimination: 0.35, measured: 100, prefersAnother: false };

  it.each([
    ['fine', {}, 'fine'],
    ['at the edge of weak', { discrimination: 0.2 }, 'fine'],
    ['weak', { discrimination: 0.19 }, 'weak'],
    ['at the edge of too hard', { difficulty: 0.3 }, 'fine'],
    ['too hard', { difficulty: 0.29 }, 'tooHard'],
    ['too easy', { difficulty: 0.95 }, 'tooEasy'],
    ['not measured', { discrimination: null }, 'fine'],
    // 1.645 / sqrt(99) = 0.1653
    ['against, but by chance', { discrimination: -0.16, prefersAnother: true }, 'weak'],
    [
      'against, and the best prefer another',
      { discrimination: -0.17, prefersAnother: true },
      'likelyWrongKey',
    ],
    ['against, and they do not', { discrimination: -0.5 }, 'weak'],
    ['free texts against', { discrimination: -0.5, prefersAnother: null }, 'likelyWrongKey'],
    // 1.645 / sqrt(19) = 0.3774
    [
      'against among twenty, by chance',
      { discrimination: -0.37, measured: 20, prefersAnother: true },
      'weak',
    ],
    ['against among twenty', { discrimination: -0.38, measured: 20, prefersAnother: true }, 'likelyWrongKey'],
  ])('%s', (_what, changes, verdict) => {
    expect(judgeItem({ ...fine, ...changes })).toBe(verdict);
  });
});
