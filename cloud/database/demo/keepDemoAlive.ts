import type { Kysely } from 'kysely';
import { shanghaiDay, shanghaiInstant } from '../../../src/domain/calendar/shanghai';
import { workdaysFrom } from '../../../src/domain/calendar/workdays';
import { ensurePeriod } from '../../pioneer/ensurePeriod';
import { newId } from '../../ports/newId';
import type { Ports } from '../../ports/ports';
import { insertPiece } from '../../study/studyRepository';
import type { Tables } from '../tables';
import { inTenant, type Transaction } from '../tenantTransaction';
import { demoPieces } from './content/content';
import { contentOf } from './demoContent';
import { openMeetingForToday } from './demoMeetingOfToday';
import { ensureOpenPaper } from './demoPapers';
import { ensureOpenTask } from './demoTasks';

/** As many coming working days as the demo was filled with. */
const COMING_DAYS = 10;

/**
 * Keeps a demo bureau alive day after day: pieces rotate onto the coming working
 * days, a meeting is open, the running half-year has its period. Does nothing
 * to a database without the demo mark, and nothing a second time.
 */
export async function keepDemoAlive(db: Kysely<Tables>, ports: Ports): Promise<void> {
  const mark = await db.selectFrom('gate.demo_mark').select('only_one').executeTakeFirst();
  const tenant = mark && (await db.selectFrom('gate.tenant').select('id').executeTakeFirst());
  if (!tenant) return;
  await inTenant(db, tenant.id, async (trx) => {
    const now = ports.clock.now();
    const context = {
      trx,
      now,
      newId: () => newId(ports.clock, ports.random),
      actor: { tenantId: tenant.id },
    };
    await ensurePeriod(context, shanghaiDay(now));
    await rotatePieces(trx, ports, tenant.id);
    await openMeetingForToday(trx, ports, tenant.id);
    await ensureOpenTask(trx, ports, tenant.id);
    await ensureOpenPaper(trx, ports, tenant.id);
  });
}

async function rotatePieces(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const now = ports.clock.now();
  const committee = await trx
    .selectFrom('organisation')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('level', '=', 'organCommittee')
    .executeTakeFirstOrThrow();
  const coming = workdaysFrom(shanghaiDay(now), COMING_DAYS, new Map());
  const laid = await trx
    .selectFrom('piece')
    .select(['publish_on', 'title', 'author_id', 'reviewer_id'])
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', committee.id)
    .where('state', '=', 'approved')
    .where('publish_on', 'is not', null)
    .orderBy('publish_on', 'desc')
    .limit(COMING_DAYS * 2)
    .execute();
  const last = laid.find((one) => demoPieces.some((piece) => piece.title === one.title));
  if (!last?.reviewer_id) return;
  let next = demoPieces.findIndex((piece) => piece.title === last.title);
  for (const day of coming) {
    if (laid.some((one) => one.publish_on === day)) continue;
    next = (next + 1) % demoPieces.length;
    const piece = demoPieces[next];
    if (!piece) continue;
    await insertPiece(
      trx,
      tenantId,
      {
        id: newId(ports.clock, ports.random),
        organisationId: committee.id,
        authorId: last.author_id,
        demo: true,
        updatedAt: now,
        ...contentOf(piece),
      },
      {
        reviewerId: last.reviewer_id,
        reviewedAt: now < shanghaiInstant(day, '07:30') ? now : shanghaiInstant(day, '07:00'),
        publishOn: day,
      },
    );
  }
}
