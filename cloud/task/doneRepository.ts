import { sql } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';

type How = 'own' | 'madeUp' | 'excused';

interface LineKey {
  taskId: string;
  memberId: string;
}

/**
 * Records the own tap; what is recorded already stays, so repeating, also at the same moment, gives the same answer.
 * Returns how the task counts as done.
 */
export async function insertOwnDone(
  trx: Transaction,
  tenantId: string,
  { taskId, memberId }: LineKey,
): Promise<How> {
  const { rows } = await sql<{ how: How }>`
    insert into task_done (tenant_id, task_id, member_id, how) values (${tenantId}, ${taskId}, ${memberId}, 'own')
    on conflict (tenant_id, task_id, member_id) do nothing
    returning how`.execute(trx);
  if (rows[0]) return rows[0].how;
  // Taken back between the two statements: then it was the secretary's, and the own tap is the answer all the same.
  return (await findHow(trx, tenantId, { taskId, memberId })) ?? 'own';
}

/** Records or changes what the secretary says of somebody; an own tap stays as it is. Returns how it counts now. */
export async function putSettled(
  trx: Transaction,
  tenantId: string,
  line: LineKey & { how: 'madeUp' | 'excused'; recordedBy: string; reason: string | null },
): Promise<How> {
  const { rows } = await sql<{ how: How }>`
    insert into task_done (tenant_id, task_id, member_id, how, recorded_by, reason)
    values (${tenantId}, ${line.taskId}, ${line.memberId}, ${line.how}, ${line.recordedBy}, ${line.reason})
    on conflict (tenant_id, task_id, member_id) do update
      set how = case when task_done.how = 'own' then 'own' else excluded.how end,
        recorded_by = case when task_done.how = 'own' then null else excluded.recorded_by end,
        reason = case when task_done.how = 'own' then null else excluded.reason end
    returning how`.execute(trx);
  return rows[0]?.how ?? line.how;
}

/** Takes back what the secretary recorded; an own tap stays. Returns how it counts now, null for open. */
export async function deleteSettled(
  trx: Transaction,
  tenantId: string,
  { taskId, memberId }: LineKey,
): Promise<How | null> {
  await trx
    .deleteFrom('task_done')
    .where('tenant_id', '=', tenantId)
    .where('task_id', '=', taskId)
    .where('member_id', '=', memberId)
    .where('how', '<>', 'own')
    .execute();
  return findHow(trx, tenantId, { taskId, memberId });
}

async function findHow(
  trx: Transaction,
  tenantId: string,
  { taskId, memberId }: LineKey,
): Promise<How | null> {
  const row = await trx
    .selectFrom('task_done')
    .select('how')
    .where('tenant_id', '=', tenantId)
    .where('task_id', '=', taskId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.how ?? null;
}

/** Claims the one reminder of a branch's day; false when it was used. */
export async function claimReminder(
  trx: Transaction,
  tenantId: string,
  { taskId, branchId, day }: { taskId: string; branchId: string; day: string },
): Promise<boolean> {
  const { rows } = await sql<{ day: string }>`
    insert into task_reminder (tenant_id, task_id, branch_id, day)
    values (${tenantId}, ${taskId}, ${branchId}, ${day})
    on conflict (tenant_id, task_id, branch_id, day) do nothing
    returning day`.execute(trx);
  return rows.length > 0;
}

/** True when the branch was reminded that day. */
export async function isReminded(
  trx: Transaction,
  tenantId: string,
  { taskId, branchId, day }: { taskId: string; branchId: string; day: string },
): Promise<boolean> {
  const row = await trx
    .selectFrom('task_reminder')
    .select('day')
    .where('tenant_id', '=', tenantId)
    .where('task_id', '=', taskId)
    .where('branch_id', '=', branchId)
    .where('day', '=', day)
    .executeTakeFirst();
  return row !== undefined;
}
