import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSteps } from './check';
import { runSteps } from './steps';

/**
 * `npm test`: builds beside checks, sizes, then every Jest project. Each check and build counts as one test. Ends with
 * `N passed, N failed` alone on a line.
 */
const buildSteps = [
  { name: 'build weapp', command: ['node', '--import', 'tsx', 'cloud/commands/buildClient.ts', 'weapp'] },
  { name: 'build h5', command: ['node', '--import', 'tsx', 'cloud/commands/buildClient.ts', 'h5'] },
  { name: 'build cloud functions', command: ['node', '--import', 'tsx', 'cloud/commands/buildCloud.ts'] },
];
const sizeSteps = [{ name: 'sizes', command: ['node', '--import', 'tsx', 'cloud/commands/size.ts'] }];

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  numRuntimeErrorTestSuites: number;
  numPendingTests: number;
}

/** Runs Jest's projects and returns what its own report counts; a suite that could not run counts as one failure. */
function runJest(
  projects: readonly string[],
  workers: string,
): { passed: number; failed: number; skipped: number } {
  const folder = mkdtempSync(join(tmpdir(), 'morning-study-jest-'));
  const report = join(folder, 'report.json');
  const jest = join('node_modules', 'jest', 'bin', 'jest.js');
  const args = [
    jest,
    '--selectProjects',
    ...projects,
    '--json',
    `--outputFile=${report}`,
    `--maxWorkers=${workers}`,
  ];
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const found = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
    const failed = found.numFailedTests + found.numRuntimeErrorTestSuites;
    return {
      passed: found.numPassedTests,
      failed: status === 0 ? failed : Math.max(failed, 1),
      skipped: found.numPendingTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function test(): Promise<void> {
  // Two at a time: each keeps to one core. The builds share nothing: each has a workshop of its own, and no cache.
  const made = await runSteps([...buildSteps, ...checkSteps], 2);
  const sizes = await runSteps(sizeSteps);
  const unit = runJest(['cloud', 'screens'], '2');
  // Two at a time here too: a journey waits half of its time, for a server, a browser or a page.
  const journeys = runJest(['journeys'], '2');
  const sum = (key: 'passed' | 'failed') =>
    [made, sizes, unit, journeys].reduce((total, part) => total + part[key], 0);
  const skipped = unit.skipped + journeys.skipped;
  if (skipped > 0) console.log(`\n${skipped} skipped, each with its reason in its title`);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

void test();
