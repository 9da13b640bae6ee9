import { sql } from 'kysely';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import { plansOf } from '../testing/plansOf';
import { deleteMark, findMarkedDays, insertMark } from './markRepository';
import { readerOf } from './reader';
import {
  findDaysBefore,
  findMorning,
  findNewest,
  findPublished,
  findUnstamped,
  findWeek,
} from './readingRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
  await fillTwoYears();
  await world.database.owner.pool.query('analyze piece, study_mark');
});
afterAll(() => world.close());

/** 700 days with a piece of each of six organisations, and half of them marked by everybody. */
async function fillTwoYears(): Promise<void> {
  await world.asActor('member', async ({ trx }) => {
    await sql`
      insert into piece (tenant_id, id, organisation_id, author_id, state, kind, title, topic, blocks, length, source,
        reviewer_id, publish_on, publish_at, updated_at)
      select ${world.tenantId}, gen_random_uuid(), o.id, ${world.members.secretary}, 'approved', 'explanation', '篇', '题',
        '[]', 800, '{}', ${world.members.deputySecretary}, day, day, day
      from organisation o cross join generate_series(timestamp '2025-01-01', '2026-12-01', '1 day') day`.execute(
      trx,
    );
    await sql`
      insert into study_mark (tenant_id, member_id, piece_id, day)
      select p.tenant_id, m.id, p.id, p.publish_on from piece p cross join member m
      where extract(day from p.publish_on)::integer % 2 = 0`.execute(trx);
  });
}

const pieceId = '01980000-0000-7000-8000-00000000ffff';

describe('what the morning waits for', () => {
  it('comes through the indexes made for it, in one statement each', async () => {
    await world.asActor('member', async ({ trx, actor, now }) => {
      const reader = readerOf(actor, now);
      const plan = async (run: Parameters<typeof plansOf>[1]) => {
        const plans = await plansOf(trx, run);
        expect(plans).toHaveLength(1);
        expect(plans[0]).not.toMatch(/Seq Scan on (piece|study_mark)/);
        return plans[0];
      };
      const morning = await plan((one) => findMorning(one, reader, '2026-11-23'));
      expect(morning).toContain('piece_one_a_day');
      expect(morning).toContain('study_mark_by_day');
      expect(await plan((one) => findPublished(one, reader, pieceId))).toContain('piece_pkey');
      expect(await plan((one) => insertMark(one, reader, pieceId, '2026-11'))).toContain('piece_pkey');
      expect(await plan((one) => deleteMark(one, actor, pieceId, '2026-11'))).toContain('study_mark_pkey');
      expect(await plan((one) => findMarkedDays(one, actor, '2026-11'))).toContain('study_mark_by_day');
      const lastWeeks = { from: '2026-09-24', before: '2026-11-24', count: 6 };
      const lists = [
        await plan((one) => findUnstamped(one, reader, lastWeeks)),
        await plan((one) => findNewest(one, reader, 7)),
        await plan((one) => findWeek(one, reader, { from: '2026-11-23', until: '2026-11-29' })),
        await plan((one) => findDaysBefore(one, reader, '2026-11-23', 60)),
      ];
      for (const list of lists) expect(list).toContain('piece_one_a_day');
    });
  });
});
