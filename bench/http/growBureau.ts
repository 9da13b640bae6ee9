import { inTenant } from '../../cloud/database/tenantTransaction';
import { newId } from '../../cloud/ports/newId';
import { insertPiece } from '../../cloud/study/studyRepository';
import { pieceContent } from '../../cloud/testing/pieces';
import { addDays, shanghaiDay } from '../../src/domain/calendar/shanghai';
import { layingBulk } from './layingBulk';
import type { Stage } from './stage';

/** As a large branch has. */
const BRANCH_SIZE = 50;
/** Tasks of every branch: a quarter of a busy year done, and what is asked now. */
const DONE_TASKS = 5;
const OPEN_TASKS = 2;

/**
 * Fills the stage's bureau up to `size` members in branches of fifty, and gives every branch seven tasks of which its
 * members have done five.
 */
export async function growBureau(stage: Stage, size: number): Promise<void> {
  const { database, ports, tenantId, committeeId, secretaryId, members } = stage;
  const branches = Math.ceil((size - members.length) / BRANCH_SIZE);
  const today = shanghaiDay(ports.clock.now());
  const pieceId = newId(ports.clock, ports.random);
  await inTenant(database.db, tenantId, (trx) =>
    insertPiece(
      trx,
      tenantId,
      {
        ...pieceContent,
        id: pieceId,
        organisationId: committeeId,
        authorId: members[1]?.id ?? '',
        demo: false,
        updatedAt: ports.clock.now(),
      },
      { reviewerId: members[2]?.id ?? '', reviewedAt: ports.clock.now(), publishOn: addDays(today, -3) },
    ),
  );
  await layingBulk(stage, async (client) => {
    // Figures of the planner as they will be: without them each step joins by trying every pair.
    const learn = (tables: string) => database.owner.pool.query(`analyze ${tables}`);
    await client.query(
      `insert into organisation (tenant_id, id, name, level, parent_id, path)
     select $1, id, '支部' || n, 'branch', $2, '/' || $2::uuid || '/' || id || '/'
     from (select n, gen_random_uuid() as id from generate_series(1, $3::int) n) fresh`,
      [tenantId, committeeId, branches],
    );
    await client.query(
      `insert into member (tenant_id, id, number, name, kind)
     select $1, gen_random_uuid(), 'g' || n, '测量' || n, 'full' from generate_series(1, $2::int) n`,
      [tenantId, branches * BRANCH_SIZE],
    );
    await learn('organisation, member');
    await client.query(
      `insert into affiliation (tenant_id, id, member_id, organisation_id, kind, from_day)
     select $1, gen_random_uuid(), m.id, o.id, 'formal', '2020-01-01'
     from member m join organisation o on o.name = '支部' || ((substr(m.number, 2)::int - 1) / $2::int + 1)
     where m.number like 'g%'`,
      [tenantId, BRANCH_SIZE],
    );
    await client.query(
      `insert into study_task (tenant_id, id, organisation_id, whom, target_kind, target_id, title, reading_minutes,
       due_on, self_check, published_by, published_at)
     select $1, gen_random_uuid(), o.id, 'organisation', 'piece', $2, '任务' || n, 3,
       $3::date + case when n <= $4::int then -7 * n else n end, false, $6, now()
     from organisation o cross join generate_series(1, $5::int) n where o.level = 'branch'`,
      [tenantId, pieceId, today, DONE_TASKS, DONE_TASKS + OPEN_TASKS, secretaryId],
    );
    await learn('affiliation, study_task');
    await client.query(
      `insert into task_due (tenant_id, task_id, member_id, branch_id, due)
     select t.tenant_id, t.id, a.member_id, t.organisation_id, true
     from study_task t join affiliation a on a.tenant_id = t.tenant_id and a.organisation_id = t.organisation_id`,
    );
    await learn('task_due');
    await client.query(
      `insert into task_done (tenant_id, task_id, member_id, how)
     select d.tenant_id, d.task_id, d.member_id, 'own'
     from task_due d join study_task t on t.tenant_id = d.tenant_id and t.id = d.task_id where t.due_on < $1`,
      [today],
    );
    await learn('task_done, piece');
  });
}
