import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** One command of the project's tools, run to its end with its output shown. */
export interface Step {
  name: string;
  /** A tool of node_modules/.bin and its arguments, or `node` and its arguments. */
  command: readonly string[];
}

/**
 * Runs every step, also after a failed one, `atOnce` of them side by side, and says how many passed and failed. What a
 * step prints is shown in one piece when it has ended.
 */
export async function runSteps(
  steps: readonly Step[],
  atOnce = 1,
): Promise<{ passed: number; failed: number }> {
  const waiting = [...steps];
  let failed = 0;
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const startedAt = Date.now();
      const { isDone, output } = await runStep(step);
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
      process.stdout.write(`${output}${isDone ? '✓' : '✗'} ${step.name} (${seconds} s)\n`);
      if (!isDone) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { passed: steps.length - failed, failed };
}

/** Runs one step; done when it exited with 0. */
function runStep({ command }: Step): Promise<{ isDone: boolean; output: string }> {
  const [tool = '', ...args] = command;
  const local = join('node_modules', '.bin', tool);
  const isNode = tool === 'node' || !existsSync(local);
  return new Promise((resolve) => {
    const child = spawn(isNode ? process.execPath : local, args, { stdio: ['inherit', 'pipe', 'pipe'] });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.stderr.on('data', (piece: Buffer) => pieces.push(piece));
    child.once('error', (error) => resolve({ isDone: false, output: `${error.message}\n` }));
    child.once('close', (status) =>
      resolve({ isDone: status === 0, output: Buffer.concat(pieces).toString('utf8') }),
    );
  });
}
