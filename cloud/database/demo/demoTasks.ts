import { sql } from 'kysely';
import { addDays, shanghaiDay, shanghaiInstant } from '../../../src/domain/calendar/shanghai';
import { suggestedDeadlines } from '../../../src/domain/task/deadline';
import type { Ports } from '../../ports/ports';
import { finishTask } from '../../task/finishTask';
import { publishTask } from '../../task/publishTask';
import { settleTask } from '../../task/settleTask';
import type { Transaction } from '../tenantTransaction';
import { handOf } from './demoContext';

/** Whoever publishes in the demo: the secretary whose shoes one steps into, and the committee's officer. */
const SECRETARY = 'd0000002';
const OFFICER = 'd0000004';

/** Who acts, where: a person of the demo by login name, with the branch of right and the posts' organisation. */
interface Stage {
  trx: Transaction;
  ports: Ports;
  tenantId: string;
}

/**
 * Study tasks of the demo: one that the branch has met, one of the committee that some branches have met and some have
 * not, and one that is open for the member whose shoes one steps into. All through the real use cases, on days that
 * have gone by.
 */
export async function fillTasks(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const stage = { trx, ports, tenantId };
  const today = shanghaiDay(ports.clock.now());
  const pieces = await trx
    .selectFrom('piece')
    .select(['id', 'publish_on'])
    .where('tenant_id', '=', tenantId)
    .where('state', '=', 'approved')
    .where('publish_on', '<', today)
    .orderBy('publish_on')
    .execute();
  const [first, second] = pieces;
  if (!first?.publish_on || !second?.publish_on) return;
  // Deadlines lie on yesterday and the day before, so both are settled whatever the day of the week.
  const met = await publishBy(stage, SECRETARY, {
    pieceId: first.id,
    on: first.publish_on,
    dueOn: addDays(today, -2),
  });
  await finishAll(stage, met, addDays(today, -3), () => true);
  const ofAll = await publishBy(stage, OFFICER, {
    pieceId: second.id,
    on: second.publish_on,
    dueOn: addDays(today, -1),
  });
  // Two of three branches are through; in the others some are still open.
  await finishAll(stage, ofAll, addDays(today, -2), (branch, person) => branch % 3 !== 1 || person % 2 === 0);
  await ensureOpenTask(trx, ports, tenantId);
}

/** Keeps one task open for the member of the demo: publishes one when there is none whose day is still to come. */
export async function ensureOpenTask(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const stage = { trx, ports, tenantId };
  const now = ports.clock.now();
  const today = shanghaiDay(now);
  const { organisationId } = await personOf(stage, SECRETARY);
  const open = await trx
    .selectFrom('study_task')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .where('due_on', '>=', today)
    .executeTakeFirst();
  if (open) return;
  const piece = await trx
    .selectFrom('piece')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('state', '=', 'approved')
    .where('demo', '=', true)
    .where('publish_on', '<', today)
    .orderBy('publish_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!piece) return;
  const taskId = await publishBy(stage, SECRETARY, {
    pieceId: piece.id,
    on: today,
    dueOn: suggestedDeadlines(today).friday,
  });
  await finishAll(stage, taskId, today, (_branch, person) => person % 3 === 1);
}

/** 重新开始演示: what the member gave in of the tasks still running is open again. */
export async function reopenTasks(
  trx: Transaction,
  { tenantId, memberId, today }: { tenantId: string; memberId: string; today: string },
): Promise<void> {
  await sql`
    delete from task_done x using study_task t
    where x.tenant_id = ${tenantId} and x.member_id = ${memberId} and x.how = 'own'
      and t.tenant_id = x.tenant_id and t.id = x.task_id and t.due_on >= ${today}`.execute(trx);
}

async function publishBy(
  stage: Stage,
  loginName: string,
  { pieceId, on, dueOn }: { pieceId: string; on: string; dueOn: string },
): Promise<string> {
  const { trx, ports, tenantId } = stage;
  const now = ports.clock.now();
  const at = on === shanghaiDay(now) ? now : shanghaiInstant(on, '10:00');
  const { memberId, organisationId } = await personOf(stage, loginName);
  const hand = await handOf(trx, ports, tenantId, memberId, at);
  const { taskId } = await hand.does(publishTask, 'task.publish', {
    target: { kind: 'piece', id: pieceId },
    organisationId,
    dueOn,
    selfCheck: false,
  });
  return taskId;
}

/** Lets people give it in by their own tap, one of each branch made up, in the order of the roster; never the demo's member while it runs. */
async function finishAll(
  stage: Stage,
  taskId: string,
  on: string,
  isDone: (branch: number, person: number) => boolean,
): Promise<void> {
  const { trx, ports, tenantId } = stage;
  const now = ports.clock.now();
  const isRunning = on === shanghaiDay(now);
  const at = isRunning ? now : shanghaiInstant(on, '19:00');
  const { rows } = await sql<{
    memberId: string;
    branchId: string;
    number: string;
    secretaryId: string | null;
  }>`
    select d.member_id as "memberId", d.branch_id as "branchId", m.number,
      (select p.member_id from post p where p.tenant_id = d.tenant_id and p.organisation_id = d.branch_id
        and p.post = 'secretary' and p.to_day is null limit 1) as "secretaryId"
    from task_due d join member m on m.tenant_id = d.tenant_id and m.id = d.member_id
    where d.tenant_id = ${tenantId} and d.task_id = ${taskId} and d.due order by d.branch_id, m.number`.execute(
    trx,
  );
  const branches = [...new Set(rows.map(({ branchId }) => branchId))];
  for (const [person, { memberId, branchId, number, secretaryId }] of rows.entries()) {
    const isDemoMember = number === 'd0000001';
    if (isDemoMember ? isRunning : !isDone(branches.indexOf(branchId), person)) continue;
    const isMadeUp = !isRunning && person % 17 === 5 && secretaryId !== null && !isDemoMember;
    const hand = await handOf(trx, ports, tenantId, isMadeUp ? secretaryId : memberId, at);
    if (isMadeUp) {
      await hand.does(settleTask, 'task.settle', { taskId, memberId, as: 'madeUp', reason: '' });
    } else {
      await hand.does(finishTask, 'task.finish', { taskId });
    }
  }
}

/** A person of the demo and where the post that publishes is held. */
async function personOf(
  { trx, tenantId }: Stage,
  loginName: string,
): Promise<{ memberId: string; organisationId: string }> {
  const row = await trx
    .selectFrom('gate.login as login')
    .innerJoin('post', (on) =>
      on.onRef('post.tenant_id', '=', 'login.tenant_id').onRef('post.member_id', '=', 'login.member_id'),
    )
    .select(['login.member_id', 'post.organisation_id'])
    .where('login.tenant_id', '=', tenantId)
    .where('login.login_name', '=', loginName)
    .where('post.to_day', 'is', null)
    .executeTakeFirstOrThrow();
  return { memberId: row.member_id, organisationId: row.organisation_id };
}
