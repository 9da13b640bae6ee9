import { bankImport } from './bankImport';
import type { Benchmark } from './benchmark';
import { h5Today } from './h5Today';
import { quizAnalysis } from './quizAnalysis';
import { quizAnswer } from './quizAnswer';
import { quizDue } from './quizDue';
import { rosterImport } from './rosterImport';
import { seriesCut } from './seriesCut';
import { signIn } from './signIn';
import { start } from './start';
import { studyToday } from './studyToday';
import { todo } from './todo';

/** `npm run bench -- NAME [--json]`, `npm run bench -- list`. */
const benchmarks: Readonly<Record<string, Benchmark>> = {
  start,
  'study-today': studyToday,
  todo,
  'sign-in': signIn,
  'h5-today': h5Today,
  'roster-import': rosterImport,
  'bank-import': bankImport,
  'series-cut': seriesCut,
  'quiz-answer': quizAnswer,
  'quiz-due': quizDue,
  'quiz-analysis': quizAnalysis,
};

async function main([name = '', ...flags]: readonly string[]): Promise<void> {
  if (name === 'list') {
    for (const [key, { title }] of Object.entries(benchmarks)) console.log(`${key}\t${title}`);
    return;
  }
  const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
  if (!benchmark)
    throw new Error(`用法：npm run bench -- ${Object.keys(benchmarks).join(' | ')} | list [--json]`);
  const result = { name, ...(await benchmark.run()) };
  if (flags.includes('--json')) {
    console.log(JSON.stringify(result));
    return;
  }
  console.log(`${name}: ${result.ratio.toFixed(2)} of the baseline (${result.baselineIs})`);
  console.log(
    `ours ${result.ours} ${result.unit}, baseline ${result.baseline} ${result.unit}, ratio ${result.min.toFixed(2)} to ${result.max.toFixed(2)} in ${result.runs} pairs; ${result.better} is better`,
  );
  console.log(JSON.stringify(result.more));
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
