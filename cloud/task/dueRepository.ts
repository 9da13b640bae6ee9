import { type RawBuilder, sql } from 'kysely';
import type { InvitedReason } from '../../src/domain/task/dueList';
import type { Transaction } from '../database/tenantTransaction';

/** Somebody a task could be for, with the branch whose secretary looks after them. */
export interface FoundCandidate {
  memberId: string;
  branchId: string;
  isByRight: boolean;
  status: 'active' | 'suspended';
  marks: string[];
}

/** Whom to look for: everybody of an organisation and below it, the members of a group, or some persons of a branch. */
export interface Whom {
  organisationId: string;
  organisationPath: string;
  isGroup: boolean;
  memberIds: readonly string[] | null;
  /** `YYYY-MM-DD`: affiliations and marks in force on it count. */
  day: string;
}

const onDay = (table: string, day: string): RawBuilder<unknown> =>
  sql`${sql.ref(`${table}.from_day`)} <= ${day} and (${sql.ref(`${table}.to_day`)} is null or ${sql.ref(`${table}.to_day`)} >= ${day})`;

/**
 * Everybody a task for `whom` concerns that day, each once: in the branch of right before one they take part in as a
 * guest. A group's members are looked after by the branch of right, wherever that is.
 */
export async function findCandidates(
  trx: Transaction,
  tenantId: string,
  whom: Whom,
): Promise<FoundCandidate[]> {
  const { organisationId, organisationPath, isGroup, memberIds, day } = whom;
  const people = isGroup
    ? sql`select home.member_id, home.organisation_id, true as by_right
        from affiliation joined
        join affiliation home on home.tenant_id = joined.tenant_id and home.member_id = joined.member_id
          and home.kind = 'formal' and ${onDay('home', day)}
        where joined.tenant_id = ${tenantId} and joined.organisation_id = ${organisationId}
          and joined.kind = 'group' and ${onDay('joined', day)}`
    : sql`select a.member_id, a.organisation_id, a.kind = 'formal' as by_right
        from organisation o
        join affiliation a on a.tenant_id = o.tenant_id and a.organisation_id = o.id
          and a.kind in ('formal', 'dual', 'temporary') and ${onDay('a', day)}
        where o.tenant_id = ${tenantId} and starts_with(o.path, ${organisationPath})`;
  const chosen = memberIds ? sql`and m.id = any(${[...memberIds]}::uuid[])` : sql``;
  const { rows } = await sql<FoundCandidate>`
    with people as (${people}),
    placed as (
      select distinct on (member_id) member_id, organisation_id, by_right from people
      order by member_id, by_right desc, organisation_id
    )
    select m.id as "memberId", p.organisation_id as "branchId", p.by_right as "isByRight", m.status,
      coalesce((select json_agg(k.kind) from member_mark k where k.tenant_id = m.tenant_id and k.member_id = m.id
        and ${onDay('k', day)}), '[]'::json) as marks
    from placed p join member m on m.tenant_id = ${tenantId} and m.id = p.member_id
    where m.status in ('active', 'suspended') ${chosen}`.execute(trx);
  return rows;
}

/** One line of a due list. */
export interface DueLine {
  memberId: string;
  branchId: string;
  /** Null: due. */
  reason: InvitedReason | 'joinedLater' | null;
}

/** Writes lines of a due list in one statement; one that is there already stays as it was fixed. */
export async function insertDue(
  trx: Transaction,
  tenantId: string,
  taskId: string,
  lines: readonly DueLine[],
): Promise<void> {
  await sql`
    insert into task_due (tenant_id, task_id, member_id, branch_id, due, reason)
    select ${tenantId}::uuid, ${taskId}::uuid, line.member_id, line.branch_id, line.reason is null, line.reason
    from unnest(${lines.map((one) => one.memberId)}::uuid[], ${lines.map((one) => one.branchId)}::uuid[],
      ${lines.map((one) => one.reason)}::text[]) as line (member_id, branch_id, reason)
    on conflict (tenant_id, task_id, member_id) do nothing`.execute(trx);
}

/** Lines of a due list whose person still belongs to the branch on `day` and is a member: who leaves drops out. */
function livingLines(tenantId: string, day: string): RawBuilder<unknown> {
  return sql`task_due d
      join member m on m.tenant_id = d.tenant_id and m.id = d.member_id and m.status in ('active', 'suspended')
      left join task_done x on x.tenant_id = d.tenant_id and x.task_id = d.task_id and x.member_id = d.member_id
      where d.tenant_id = ${tenantId} and exists (
        select 1 from affiliation a where a.tenant_id = d.tenant_id and a.member_id = d.member_id
          and a.organisation_id = d.branch_id and a.kind in ('formal', 'dual', 'temporary') and ${onDay('a', day)})`;
}

/** One name of a branch's list. */
export interface NamedLine {
  memberId: string;
  name: string;
  due: boolean;
  how: 'own' | 'madeUp' | 'excused' | null;
}

/** The people of one branch in a task, in the order of the roster. */
export async function listNames(
  trx: Transaction,
  tenantId: string,
  { taskId, branchId, day }: { taskId: string; branchId: string; day: string },
): Promise<NamedLine[]> {
  const { rows } = await sql<NamedLine>`
    select d.member_id as "memberId", m.name, d.due, x.how
    from ${livingLines(tenantId, day)} and d.task_id = ${taskId} and d.branch_id = ${branchId}
    order by m.number`.execute(trx);
  return rows;
}

/** A due person of a task as whoever settles it sees them, or null when they are not due there (any more). */
export async function findDueLine(
  trx: Transaction,
  tenantId: string,
  { taskId, memberId, day }: { taskId: string; memberId: string; day: string },
): Promise<{ branchId: string; how: 'own' | 'madeUp' | 'excused' | null } | null> {
  const { rows } = await sql<{ branchId: string; how: 'own' | 'madeUp' | 'excused' | null }>`
    select d.branch_id as "branchId", x.how
    from ${livingLines(tenantId, day)} and d.task_id = ${taskId} and d.member_id = ${memberId} and d.due`.execute(
    trx,
  );
  return rows[0] ?? null;
}

/** A branch in a task; how many are due there is never told, it decides what is. */
export interface BranchStand {
  taskId: string;
  branchId: string;
  name: string;
  hasOpen: boolean;
  due: number;
}

/**
 * Every branch with somebody in the tasks, how many are due there and whether one of them is open; restricted to
 * `branchIds` when given.
 */
export async function listBranches(
  trx: Transaction,
  tenantId: string,
  { taskIds, branchIds, day }: { taskIds: readonly string[]; branchIds?: readonly string[]; day: string },
): Promise<BranchStand[]> {
  const some = branchIds ? sql`and d.branch_id = any(${[...branchIds]}::uuid[])` : sql``;
  const { rows } = await sql<BranchStand>`
    with stand as (
      select d.task_id, d.branch_id, bool_or(d.due and x.how is null) as open,
        count(*) filter (where d.due)::int as due
      from ${livingLines(tenantId, day)} and d.task_id = any(${[...taskIds]}::uuid[]) ${some}
      group by d.task_id, d.branch_id
    )
    select s.task_id as "taskId", s.branch_id as "branchId", o.name, s.open as "hasOpen", s.due
    from stand s join organisation o on o.tenant_id = ${tenantId} and o.id = s.branch_id
    order by o.path`.execute(trx);
  return rows;
}

/** True when somebody stands on the list of a branch in a task. */
export async function isBranchIn(
  trx: Transaction,
  tenantId: string,
  taskId: string,
  branchId: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('task_due')
    .select('task_id')
    .where('tenant_id', '=', tenantId)
    .where('task_id', '=', taskId)
    .where('branch_id', '=', branchId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
