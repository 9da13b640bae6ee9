/** What a benchmark prints (architecture.md "Commands"); ratio is ours / baseline, the median over the pairs. */
export interface BenchResult {
  unit: string;
  better: 'higher' | 'lower';
  ours: number;
  baseline: number;
  baselineIs: string;
  ratio: number;
  /** The smallest and the largest ratio of a pair. */
  min: number;
  max: number;
  runs: number;
  more: Record<string, number | string>;
}

export interface Benchmark {
  title: string;
  run(): Promise<BenchResult>;
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/**
 * Runs ours and the baseline in turn, `pairs` times, so that a machine that
 * slows down slows both; the order changes from pair to pair.
 */
export async function inPairs(
  pairs: number,
  ours: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<Pick<BenchResult, 'ours' | 'baseline' | 'ratio' | 'min' | 'max' | 'runs'>> {
  const measured: { ours: number; baseline: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (pair % 2 === 0) {
      const first = await ours();
      measured.push({ ours: first, baseline: await baseline() });
    } else {
      const first = await baseline();
      measured.push({ ours: await ours(), baseline: first });
    }
  }
  const ratios = measured.map((one) => one.ours / one.baseline);
  return {
    ours: round(median(measured.map((one) => one.ours))),
    baseline: round(median(measured.map((one) => one.baseline))),
    ratio: round(median(ratios)),
    min: round(Math.min(...ratios)),
    max: round(Math.max(...ratios)),
    runs: pairs,
  };
}

/** Two pieces of work in this process, both done once before and then timed in pairs; milliseconds. */
export async function timedInPairs(pairs: number, ours: () => Promise<void>, baseline: () => Promise<void>) {
  const timed = (work: () => Promise<void>) => async () => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  await ours();
  await baseline();
  return { unit: 'ms', better: 'lower' as const, ...(await inPairs(pairs, timed(ours), timed(baseline))) };
}

/** Three digits tell enough on a machine like this. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}
