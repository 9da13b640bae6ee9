import { sql } from 'kysely';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import { plansOf } from '../testing/plansOf';
import { findDueLine, insertDue, listBranches, listNames } from './dueRepository';
import { listTasks } from './taskRepository';
import { todoReaderOf } from './todoReader';
import { findOwnTask, listTodo } from './todoRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
  await fillYears();
  await world.database.owner.pool.query(
    'analyze organisation, member, affiliation, study_task, task_due, task_done, piece',
  );
});
afterAll(() => world.close());

/** 150 branches with 10 members each and 12 tasks, most of them done; the branch of the test people among them. */
async function fillYears(): Promise<void> {
  const { tenantId, organisations, members } = world;
  await world.asActor('member', async ({ trx }) => {
    await sql`
      insert into piece (tenant_id, id, organisation_id, author_id, state, kind, title, topic, blocks, length, source,
        reviewer_id, publish_on, publish_at, updated_at)
      select ${tenantId}, gen_random_uuid(), ${organisations.committee}, ${members.committeePublicity}, 'approved',
        'explanation', '篇', '题', '[]', 800, '{}', ${members.committeeOfficer}, day, day, day
      from generate_series(timestamp '2026-01-01', '2026-11-20', '1 day') day`.execute(trx);
    await sql`
      insert into organisation (tenant_id, id, name, level, parent_id, path)
      select ${tenantId}, id, '支部' || n, 'branch', ${organisations.committee}, '/' || ${organisations.committee}::text || '/' || id || '/'
      from (select n, gen_random_uuid() as id from generate_series(1, 150) n) fresh`.execute(trx);
    await sql`
      with fresh as (
        select o.id as branch_id, gen_random_uuid() as id, row_number() over () as n
        from organisation o cross join generate_series(1, 10) where o.tenant_id = ${tenantId} and o.name like '支部%'
      ), people as (
        insert into member (tenant_id, id, number, name, kind) select ${tenantId}, id, 'g' || n, '人' || n, 'full' from fresh
      )
      insert into affiliation (tenant_id, id, member_id, organisation_id, kind, from_day)
      select ${tenantId}, gen_random_uuid(), id, branch_id, 'formal', '2020-01-01' from fresh`.execute(trx);
    await sql`
      insert into study_task (tenant_id, id, organisation_id, whom, target_kind, target_id, title, reading_minutes, due_on,
        self_check, published_by, published_at)
      select ${tenantId}, gen_random_uuid(), o.id, 'organisation', 'piece', (select id from piece limit 1), '任务', 3,
        date '2026-11-27' - n * 7, false, ${members.secretary}, now()
      from organisation o cross join generate_series(0, 11) n where o.tenant_id = ${tenantId} and o.level = 'branch'`.execute(
      trx,
    );
    await sql`
      insert into task_due (tenant_id, task_id, member_id, branch_id, due)
      select t.tenant_id, t.id, a.member_id, a.organisation_id, true from study_task t
      join affiliation a on a.tenant_id = t.tenant_id and a.organisation_id = t.organisation_id and a.kind = 'formal'`.execute(
      trx,
    );
    await sql`
      insert into task_done (tenant_id, task_id, member_id, how)
      select d.tenant_id, d.task_id, d.member_id, 'own' from task_due d
      join study_task t on t.tenant_id = d.tenant_id and t.id = d.task_id where t.due_on < '2026-11-20'`.execute(
      trx,
    );
  });
}

describe('what a screen of tasks waits for', () => {
  it('comes through the indexes made for it, in one statement each', async () => {
    await world.asActor('member', async ({ trx, actor, now }) => {
      const { tenantId, memberId, today: day } = actor;
      const reader = todoReaderOf(actor, now);
      const branchId = world.organisations.branch;
      const [open] = await listTodo(trx, reader, 50);
      const taskId = open?.id ?? '';
      expect(taskId).not.toBe('');
      const plan = async (run: Parameters<typeof plansOf>[1]) => {
        const plans = await plansOf(trx, run);
        expect(plans).toHaveLength(1);
        expect(plans[0]).not.toMatch(/Seq Scan on (study_task|task_due|task_done|affiliation|piece)\b/);
        return plans[0];
      };
      const list = await plan((one) => listTodo(one, reader, 50));
      expect(list).toContain('task_due_by_member');
      expect(list).toContain('study_task_open');
      expect(list).toContain('task_done_pkey');
      expect(await plan((one) => findOwnTask(one, reader, taskId, 'share'))).toContain('study_task_pkey');
      expect(await plan((one) => listNames(one, tenantId, { taskId, branchId, day }))).toContain(
        'task_due_by_branch',
      );
      await plan((one) => findDueLine(one, tenantId, { taskId, memberId, day }));
      await plan((one) => listBranches(one, tenantId, { taskIds: [taskId], day }));
      const desk = await plan((one) => listTasks(one, tenantId, { organisationIds: [branchId], limit: 21 }));
      expect(desk).toContain('study_task_by_organisation');
      await plan((one) => insertDue(one, tenantId, taskId, [{ memberId, branchId, reason: 'joinedLater' }]));
    });
  });
});
