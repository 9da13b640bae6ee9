import { addDays, shanghaiDay, shanghaiInstant } from '../../../src/domain/calendar/shanghai';
import type { Ports } from '../../ports/ports';
import { publishPaper } from '../../quiz/paper/publishPaper';
import { savePaper } from '../../quiz/paper/savePaper';
import type { Transaction } from '../tenantTransaction';
import { handOf } from './demoContext';

/** The secretary whose shoes one steps into. */
const SECRETARY = 'd0000002';
/** Few, because they are missing from practice while the paper runs. */
const QUESTIONS = 6;
/** A working week to look at it. */
const OPEN_DAYS = 7;

/** Keeps one paper open for the branch of the demo: on phones and on the wall, through the real use cases. */
export async function ensureOpenPaper(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const now = ports.clock.now();
  const secretary = await trx
    .selectFrom('gate.login')
    .innerJoin('post', (join) =>
      join
        .onRef('post.tenant_id', '=', 'gate.login.tenant_id')
        .onRef('post.member_id', '=', 'gate.login.member_id'),
    )
    .select(['post.member_id', 'post.organisation_id'])
    .where('gate.login.tenant_id', '=', tenantId)
    .where('gate.login.login_name', '=', SECRETARY)
    .where('post.post', '=', 'secretary')
    .executeTakeFirstOrThrow();
  const open = await trx
    .selectFrom('paper')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', secretary.organisation_id)
    .where('state', '=', 'published')
    .where('closes_at', '>', now)
    .executeTakeFirst();
  if (open) return;
  const hand = await handOf(trx, ports, tenantId, secretary.member_id, now);
  const { paperId, version } = await hand.does(savePaper, 'quiz.savePaper', {
    paper: null,
    organisationId: secretary.organisation_id,
    title: '演示：主题党日小测',
    keep: [],
    draw: [{ topic: null, type: null, count: QUESTIONS }],
  });
  await hand.does(publishPaper, 'quiz.publishPaper', {
    paperId,
    version,
    way: 'both',
    minutes: 10,
    opensAt: now.toISOString(),
    closesAt: shanghaiInstant(addDays(shanghaiDay(now), OPEN_DAYS), '18:00').toISOString(),
  });
}
