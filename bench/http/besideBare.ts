import { resolve } from 'node:path';
import { inPairs } from '../benchmark';
import { startServer } from './child';
import type { Stage } from './stage';

/**
 * Our server beside a bare Fastify route with the same transaction (`bareFile`, in this folder), each in a process of its
 * own, in turns, after one run of each to warm up. `runs` says how one run of each measures, given their addresses; ends
 * both servers and the stage.
 */
export async function besideBare(
  stage: Stage,
  bareFile: string,
  pairs: number,
  runs: (addresses: { ours: string; bare: string }) => Record<'ours' | 'bare', () => Promise<number>>,
): ReturnType<typeof inPairs> {
  const url = stage.database.appUrl;
  const ours = await startServer('ourServer.ts', [url, stage.keys, stage.folder]);
  const bare = await startServer('bareServer.ts', [url, stage.keys, resolve(__dirname, bareFile)]);
  const run = runs({ ours: ours.address, bare: bare.address });
  await run.ours();
  await run.bare();
  const figures = await inPairs(pairs, run.ours, run.bare);
  ours.stop();
  bare.stop();
  await stage.close();
  return figures;
}
