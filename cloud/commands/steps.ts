import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** One command of the project's tools, run to its end with its output shown. */
export interface Step {
  name: string;
  /** A tool of node_modules/.bin and its arguments, or `node` and its arguments. */
  command: readonly string[];
}

/** Runs every step in turn, also after a failed one, and says how many passed and failed. */
export function runSteps(steps: readonly Step[]): { passed: number; failed: number } {
  let failed = 0;
  for (const step of steps) {
    const startedAt = Date.now();
    const isDone = runStep(step);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(`${isDone ? '✓' : '✗'} ${step.name} (${seconds} s)`);
    if (!isDone) failed += 1;
  }
  return { passed: steps.length - failed, failed };
}

/** Runs one step; true when it exited with 0. */
function runStep({ command }: Step): boolean {
  const [tool = '', ...args] = command;
  const local = join('node_modules', '.bin', tool);
  const isNode = tool === 'node' || !existsSync(local);
  const { status } = isNode
    ? spawnSync(process.execPath, args, { stdio: 'inherit' })
    : spawnSync(local, args, { stdio: 'inherit' });
  return status === 0;
}
