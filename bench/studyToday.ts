import { resolve } from 'node:path';
import { demoPieces } from '../cloud/database/demo/content/content';
import { contentOf } from '../cloud/database/demo/demoContent';
import { inTenant } from '../cloud/database/tenantTransaction';
import { newId } from '../cloud/ports/newId';
import { insertPiece } from '../cloud/study/studyRepository';
import { addDays, shanghaiDay } from '../src/domain/calendar/shanghai';
import { type Benchmark, inPairs } from './benchmark';
import { startServer } from './http/child';
import { answersPerSecond } from './http/load';
import { buildStage, headersOf, type Stage } from './http/stage';

const SECONDS = 4;
const PAIRS = 5;

/** `study.today` over HTTP beside the same transaction behind a bare route. */
export const studyToday: Benchmark = {
  title: '今天的一篇，经 HTTP',
  run: async () => {
    const stage = await buildStage(200);
    await layPieces(stage);
    const url = stage.database.appUrl;
    const ours = await startServer('ourServer.ts', [url, stage.keys, stage.folder]);
    const bare = await startServer('bareServer.ts', [
      url,
      stage.keys,
      resolve(__dirname, 'http/bareToday.ts'),
    ]);
    let turn = 0;
    const next = (body: unknown) => () => {
      turn += 1;
      return {
        headers: headersOf(stage.members[turn % stage.members.length]?.token ?? ''),
        body: JSON.stringify(body),
      };
    };
    const runOurs = () =>
      answersPerSecond(`${ours.address}/api/study.today`, SECONDS, next({ input: {}, build: 1 }));
    const runBare = () =>
      answersPerSecond(`${bare.address}/run`, SECONDS, next({ day: shanghaiDay(new Date()) }));
    await Promise.all([runOurs(), runBare()]);
    const figures = await inPairs(PAIRS, runOurs, runBare);
    ours.stop();
    bare.stop();
    await stage.close();
    return {
      unit: 'answers/s',
      better: 'higher',
      ...figures,
      baselineIs: 'session, begin with tenant, the page’s statements, commit behind a bare Fastify route',
      more: { connections: 10, seconds: SECONDS, pieces: demoPieces.length },
    };
  },
};

/** The demo's pieces on the last days and today. */
async function layPieces({ database, ports, tenantId, committeeId, members }: Stage): Promise<void> {
  const today = shanghaiDay(ports.clock.now());
  await inTenant(database.db, tenantId, async (trx) => {
    for (const [index, piece] of demoPieces.entries()) {
      const publishOn = addDays(today, -index);
      await insertPiece(
        trx,
        tenantId,
        {
          id: newId(ports.clock, ports.random),
          organisationId: committeeId,
          authorId: members[1]?.id ?? '',
          demo: false,
          updatedAt: ports.clock.now(),
          ...contentOf(piece),
        },
        { reviewerId: members[2]?.id ?? '', reviewedAt: ports.clock.now(), publishOn },
      );
    }
    await trx
      .updateTable('piece')
      .set({ publish_at: new Date(0) })
      .where('tenant_id', '=', tenantId)
      .execute();
  });
}
