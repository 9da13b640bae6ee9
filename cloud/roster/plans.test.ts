import { sql } from 'kysely';
import { listOwnIntakes } from '../intake/intakeRepository';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import { plansOf } from '../testing/plansOf';
import { planAfresh } from './bulkRepository';
import { findKnown } from './knownRepository';
import { listPeople } from './peopleRepository';
import { findLeaving, findNamesakes, findPerson } from './personRepository';
import { findPostsAt } from './postRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
  await fillBureau();
  await world.database.owner.pool.query('analyze member, affiliation, post, member_mark, intake');
}, 60_000);
afterAll(() => world.close());

/** Two thousand people in a hundred more branches, and a year of intakes. */
async function fillBureau(): Promise<void> {
  await world.asActor('secretary', async ({ trx }) => {
    await planAfresh(trx);
    await sql`
      insert into organisation (tenant_id, id, name, level, parent_id, path)
      select ${world.tenantId}, gen_random_uuid(), '支部' || n, 'branch', ${world.organisations.committee},
        '/x/' || n || '/' from generate_series(1, 100) n`.execute(trx);
    await sql`
      insert into member (tenant_id, id, number, name, kind)
      select ${world.tenantId}, gen_random_uuid(), 'p' || n, '人' || n, 'full' from generate_series(1, 2000) n`.execute(
      trx,
    );
    await sql`
      insert into affiliation (tenant_id, id, member_id, organisation_id, kind, from_day)
      select m.tenant_id, gen_random_uuid(), m.id, o.id, 'formal', date '2020-01-01'
      from (select *, row_number() over () as n from member where number like 'p%') m
      join (select *, row_number() over () as n from organisation where name like '支部%') o on o.n = m.n % 100 + 1`.execute(
      trx,
    );
    await sql`
      insert into intake (tenant_id, id, owner_id, organisation_id, purpose, created_at, ends_at, summary_sealed)
      select m.tenant_id, gen_random_uuid(), m.id, ${world.organisations.branch}, 'check', timestamptz '2026-11-01', timestamptz '2026-12-20', ''
      from member m`.execute(trx);
  });
}

const today = '2026-11-23';

describe('what the roster’s screens wait for', () => {
  it('comes through indexes: nobody reads a whole table for one person, one branch or one name', async () => {
    await world.asActor('secretary', async ({ trx, actor, now }) => {
      const { tenantId } = actor;
      const plan = async (run: Parameters<typeof plansOf>[1], tables: string) => {
        const plans = await plansOf(trx, run);
        expect(plans.length).toBeGreaterThan(0);
        for (const one of plans) expect(one).not.toMatch(new RegExp(`Seq Scan on (${tables}) `));
        return plans.join('\n');
      };
      const people = {
        organisationIds: [world.organisations.branch],
        kinds: ['formal'],
        name: null,
        withoutDoor: false,
        after: null,
        limit: 101,
        today,
      };
      const all = 'member|affiliation|post|member_mark|intake';
      expect(await plan((one) => listPeople(one, tenantId, people), 'member|affiliation')).toContain(
        'affiliation_by_organisation',
      );
      expect(
        await plan((one) => findPerson(one, tenantId, world.members.member, today), 'member|affiliation'),
      ).toContain('member_pkey');
      expect(await plan((one) => findNamesakes(one, tenantId, '江晨'), all)).toContain('member_by_name');
      expect(await plan((one) => findLeaving(one, tenantId, today, 200), all)).toContain('member_leaving');
      expect(await plan((one) => listOwnIntakes(one, actor, now, 20), all)).toContain('intake_by_owner');
      await plan(
        (one) => findPostsAt(one, tenantId, world.organisations.branch, today),
        'member|affiliation',
      );
      const few = {
        names: ['江晨', '云帆'],
        numbers: [],
        blindIndexes: ['x'],
        organisationIds: [world.organisations.branch],
        today,
      };
      // It may well read all members to put their rows beside those found; finding them goes by index.
      const known = await plan((one) => findKnown(one, tenantId, few), 'gate.mobile|intake');
      expect(known).toContain('member_by_name');
      expect(known).toContain('affiliation_by_organisation');
    });
  });
});
