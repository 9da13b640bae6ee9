import { demoPieces } from '../cloud/database/demo/content/content';
import { contentOf } from '../cloud/database/demo/demoContent';
import { inTenant } from '../cloud/database/tenantTransaction';
import { newId } from '../cloud/ports/newId';
import { insertPiece } from '../cloud/study/studyRepository';
import { addDays, shanghaiDay } from '../src/domain/calendar/shanghai';
import type { Benchmark } from './benchmark';
import { besideBare } from './http/besideBare';
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
    let turn = 0;
    const next = (body: unknown) => () => {
      turn += 1;
      return {
        headers: headersOf(stage.members[turn % stage.members.length]?.token ?? ''),
        body: JSON.stringify(body),
      };
    };
    const figures = await besideBare(stage, 'bareToday.ts', PAIRS, ({ ours, bare }) => {
      const runOurs = () =>
        answersPerSecond(`${ours}/api/study.today`, SECONDS, next({ input: {}, build: 1 }));
      const runBare = () => answersPerSecond(`${bare}/run`, SECONDS, next({ day: shanghaiDay(new Date()) }));
      return { ours: runOurs, bare: runBare };
    });
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
