import { resolve } from 'node:path';
import { shanghaiDay } from '../src/domain/calendar/shanghai';
import { type Benchmark, inPairs } from './benchmark';
import { startServer } from './http/child';
import { growBureau } from './http/growBureau';
import { answersPerSecond } from './http/load';
import { buildStage, headersOf, type Stage } from './http/stage';

const SECONDS = 4;
const PAIRS = 5;
/** Members with a session, who ask in turn. */
const ASKING = 100;

/**
 * The member's to-do list over HTTP beside the same transaction behind a bare route, in a bureau of 10,000 members; and
 * in one of 1,000 beside one of 100,000, turn by turn in the same run.
 */
export const todo: Benchmark = {
  title: '要学的清单，经 HTTP',
  run: async () => {
    const middle = await bureauOf(10_000);
    const small = await bureauOf(1_000);
    const large = await bureauOf(100_000);
    const bare = await startServer('bareServer.ts', [
      middle.stage.database.appUrl,
      middle.stage.keys,
      resolve(__dirname, 'http/bareTodo.ts'),
    ]);
    const runBare = () =>
      answersPerSecond(
        `${bare.address}/run`,
        SECONDS,
        asking(middle.stage, { day: shanghaiDay(new Date()) }),
      );
    await Promise.all([middle.run(), runBare()]);
    const figures = await inPairs(PAIRS, middle.run, runBare);
    await Promise.all([small.run(), large.run()]);
    const growth = await inPairs(PAIRS, small.run, large.run);
    for (const { server } of [middle, small, large]) server.stop();
    bare.stop();
    // The last one takes the cluster with it.
    await small.stage.database.close();
    await large.stage.database.close();
    await middle.stage.close();
    return {
      unit: 'answers/s',
      better: 'higher',
      ...figures,
      baselineIs: 'session, begin with tenant, the list’s statements, commit behind a bare Fastify route',
      more: {
        connections: 10,
        seconds: SECONDS,
        answersIn1000: growth.ours,
        answersIn100000: growth.baseline,
        timesLongerIn100000: Math.round(growth.ratio * 100) / 100,
      },
    };
  },
};

async function bureauOf(size: number) {
  const stage = await buildStage(ASKING);
  await growBureau(stage, size);
  const server = await startServer('ourServer.ts', [stage.database.appUrl, stage.keys, stage.folder]);
  const run = () =>
    answersPerSecond(`${server.address}/api/task.todo`, SECONDS, asking(stage, { input: {}, build: 1 }));
  return { stage, server, run };
}

function asking({ members }: Stage, body: unknown) {
  let turn = 0;
  return () => {
    turn += 1;
    return {
      headers: headersOf(members[turn % members.length]?.token ?? ''),
      body: JSON.stringify(body),
    };
  };
}
