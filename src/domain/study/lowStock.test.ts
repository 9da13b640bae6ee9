import { isLowStock, stocksToWatch } from './lowStock';

test.each([
  [0, true],
  [4, true],
  [5, false],
])('a stock of %i working days is low: %s', (stock, isLow) => {
  expect(isLowStock(stock)).toBe(isLow);
});

const branch = (day: string) => ({ isBureau: false, days: [day] });
const bureau = (day: string) => ({ isBureau: true, days: [day] });

test('where the bureau publishes, its stock alone is watched', () => {
  const [one, two] = [bureau('2026-11-24'), bureau('2026-11-25')];
  const covered = new Set(['2026-11-24', '2026-11-25']);
  expect(stocksToWatch([one, branch('2026-11-26'), two])).toEqual([
    { publisher: one, covered },
    { publisher: two, covered },
  ]);
});

test('elsewhere each branch has its own', () => {
  const [one, two] = [branch('2026-11-24'), branch('2026-11-25')];
  expect(stocksToWatch([one, two])).toEqual([
    { publisher: one, covered: new Set(['2026-11-24']) },
    { publisher: two, covered: new Set(['2026-11-25']) },
  ]);
  expect(stocksToWatch([])).toEqual([]);
});
