import { sql } from 'kysely';
import { findOpenids } from '../identity/findOpenids';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import { plansOf } from '../testing/plansOf';
import { findConsents } from './choiceRepository';
import { countSentOn } from './plannedRepository';
import { listNotices } from './reminderRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
  await world.asActor('member', async ({ trx }) => {
    await sql`insert into reminder (tenant_id, id, kind, subject, member_id, title, text, target, due_at, sent_on)
      select ${world.tenantId}, gen_random_uuid(), 'task', n::text, m.id, '题', '文', '{}', now(), date '2026-01-01' + n
      from member m cross join generate_series(1, 300) n`.execute(trx);
    await sql`insert into notice (tenant_id, id, member_id, text, created_at)
      select ${world.tenantId}, gen_random_uuid(), m.id, '文', now() from member m cross join generate_series(1, 300) n`.execute(
      trx,
    );
    await sql`insert into reminder_consent (tenant_id, member_id, kind, unused)
      select ${world.tenantId}, m.id, 'kind' || n, 1 from member m cross join generate_series(1, 40) n`.execute(
      trx,
    );
    await sql`insert into gate.binding (appid, openid, tenant_id, member_id)
      select 'wx000000000000000a', m.id::text || n, ${world.tenantId}, m.id
      from member m cross join generate_series(1, 40) n`.execute(trx);
  });
  await world.database.owner.pool.query('analyze reminder, notice, reminder_consent, gate.binding');
});
afterAll(() => world.close());

it('the inbox, the settings and the sending of a reminder come through the indexes made for them', async () => {
  await world.asActor('member', async ({ trx, actor: { tenantId, memberId } }) => {
    const plan = async (run: Parameters<typeof plansOf>[1]) => {
      const plans = await plansOf(trx, run);
      expect(plans).toHaveLength(1);
      expect(plans[0]).not.toMatch(/Seq Scan/);
      return plans[0];
    };
    expect(await plan((one) => listNotices(one, tenantId, memberId, 100))).toContain('notice_by_member');
    expect(await plan((one) => countSentOn(one, tenantId, memberId, '2026-02-01'))).toContain(
      'reminder_sent',
    );
    expect(await plan((one) => findConsents(one, tenantId, memberId))).toContain('reminder_consent_pkey');
    expect(await plan((one) => findOpenids(one, tenantId, memberId))).toContain('binding_by_member');
  });
});
