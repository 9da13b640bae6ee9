import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DecodeOrder } from './decodeWorker';
import type { Reading } from './reading';

/** A roster of 10,000 rows takes 1 to 2 s, ten times that on a busy machine; the `files` function has 60 s in all. */
const TIME_LIMIT_MS = 40_000;
/** The `files` function has 512 MB for everything (cloudbaserc.json). */
const HEAP_MB = 256;
/** Threads at once in one process; whoever comes later waits. */
const MAX_THREADS = 2;
/** Each one waiting holds its file (up to 20 MB), and its sender waits for up to 40 s for each before it. */
const MAX_WAITING = 4;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Decodes in a thread of its own with a bound of time and memory: whatever a file is made to do, the server goes on
 * answering. A file that needs more of either is `document_too_large`; where too many wait already, it is `busy`.
 */
export async function decodeInThread<T>(
  order: DecodeOrder,
  { timeLimitMs = TIME_LIMIT_MS, heapMb = HEAP_MB } = {},
): Promise<Reading<T>> {
  if (running < MAX_THREADS) running += 1;
  else if (waiting.length >= MAX_WAITING) return { ok: false, refusal: 'busy' };
  else await new Promise<void>((proceed) => waiting.push(proceed));
  try {
    return await runThread<T>(order, timeLimitMs, heapMb);
  } finally {
    // Handed on directly, so that nobody slips in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function runThread<T>(order: DecodeOrder, timeLimitMs: number, heapMb: number): Promise<Reading<T>> {
  const { program, isScript } = threadProgram();
  const worker = new Worker(program, {
    eval: isScript,
    workerData: order,
    // Nothing of how the server itself was started, least of all its keys.
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  return new Promise<Reading<T>>((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve({ ok: false, refusal: 'document_too_large' });
      void worker.terminate();
    }, timeLimitMs);
    worker.once('message', (reading: Reading<T>) => resolve(reading));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, refusal: 'document_too_large' });
      else reject(error);
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('The decoding thread ended without an answer'));
    });
  });
}

/**
 * The thread's program: beside the bundle in a cloud function (buildCloud.ts puts it there), else the source, which a
 * thread loads through the same translator as `npm start`.
 */
function threadProgram(): { program: string; isScript: boolean } {
  const bundled = join(__dirname, 'decodeWorker.js');
  if (existsSync(bundled)) return { program: bundled, isScript: false };
  const translator = createRequire(__filename).resolve('tsx/cjs');
  const files = [translator, join(__dirname, 'decodeWorker.ts')];
  return { program: files.map((file) => `require(${JSON.stringify(file)});`).join(''), isScript: true };
}
