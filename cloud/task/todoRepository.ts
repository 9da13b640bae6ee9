import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';
import type { TaskTarget } from './findTarget';

/** Whose list it is, and where that person belongs today. */
export interface TodoReader {
  tenantId: string;
  memberId: string;
  today: string;
  now: Date;
  /** Branches they belong to today, of right or as a guest: a line fixed in another is left behind. */
  branchIds: readonly string[];
  /** Organisations whose tasks are for them today: for who joined later. */
  reachIds: readonly string[];
}

/** A task as its member sees it. */
export interface OwnTaskRecord {
  id: string;
  target: TaskTarget;
  title: string;
  readingMinutes: number;
  organisationName: string;
  dueOn: string;
  selfCheck: boolean;
  due: boolean;
  state: 'open' | 'withdrawn';
  withdrawReason: string | null;
  how: 'own' | 'madeUp' | 'excused' | null;
  /** The reader's line of the due list; null for somebody who joined later. */
  hasLine: boolean;
}

const ownColumns = sql`t.id, json_build_object('kind', t.target_kind, 'id', t.target_id) as target, t.title,
      t.reading_minutes as "readingMinutes", o.name as "organisationName", t.due_on as "dueOn",
      t.self_check as "selfCheck", t.state, t.withdraw_reason as "withdrawReason"`;

/** What was published then can still be read: nobody is asked for a text that was taken down. */
function isReadable(now: Date): RawBuilder<boolean> {
  const isOut = sql`p.state = 'approved' and p.publish_at <= ${now}`;
  return sql`case t.target_kind
        when 'piece' then exists (select 1 from piece p where p.tenant_id = t.tenant_id and p.id = t.target_id and ${isOut})
        when 'series' then exists (select 1 from piece p where p.tenant_id = t.tenant_id and p.series_id = t.target_id
          and ${isOut})
        else exists (select 1 from paper p where p.tenant_id = t.tenant_id and p.id = t.target_id
          and p.state = 'published')
      end`;
}

/**
 * The open tasks of a member, in one round trip: what is asked before what is offered, nearest deadline first. What is
 * asked stays after its deadline until it is done, made up or excused; an invitation ends with it. Private stamps are
 * not looked at.
 */
export async function listTodo(
  trx: Transaction,
  reader: TodoReader,
  limit: number,
): Promise<OwnTaskRecord[]> {
  const { tenantId, memberId, today, now } = reader;
  const branchIds = sql`${[...reader.branchIds]}::uuid[]`;
  const { rows } = await sql<OwnTaskRecord>`
    with mine as (
      select d.task_id, d.due, true as has_line from task_due d
      where d.tenant_id = ${tenantId} and d.member_id = ${memberId} and d.branch_id = any(${branchIds})
      union all
      select t.id, false, false from study_task t
      where t.tenant_id = ${tenantId} and t.organisation_id = any(${[...reader.reachIds]}::uuid[])
        and t.state = 'open' and t.due_on >= ${today} and t.whom = 'organisation'
        and not exists (select 1 from task_due d where d.tenant_id = t.tenant_id and d.member_id = ${memberId}
          and d.task_id = t.id and d.branch_id = any(${branchIds}))
    )
    select ${ownColumns}, mine.due, null as how, mine.has_line as "hasLine"
    from mine
    join study_task t on t.tenant_id = ${tenantId} and t.id = mine.task_id
    join organisation o on o.tenant_id = ${tenantId} and o.id = t.organisation_id
    where t.state = 'open' and (mine.due or t.due_on >= ${today})
      and not exists (select 1 from task_done x where x.tenant_id = ${tenantId} and x.task_id = mine.task_id
        and x.member_id = ${memberId})
      and ${isReadable(now)}
    order by mine.due desc, t.due_on, t.id
    limit ${sql.lit(limit)}`.execute(trx);
  return rows;
}

/** One task that concerns the member today, in whatever state, or null; `share` holds its state while it is given in. */
export async function findOwnTask(
  trx: Transaction,
  reader: TodoReader,
  taskId: string,
  lock: 'none' | 'share' = 'none',
): Promise<OwnTaskRecord | null> {
  const { tenantId, memberId } = reader;
  const branchIds = sql`${[...reader.branchIds]}::uuid[]`;
  const { rows } = await sql<OwnTaskRecord>`
    select ${ownColumns}, coalesce(d.due and d.branch_id = any(${branchIds}), false) as due, x.how,
      d.task_id is not null as "hasLine"
    from study_task t
    join organisation o on o.tenant_id = t.tenant_id and o.id = t.organisation_id
    left join task_due d on d.tenant_id = t.tenant_id and d.task_id = t.id and d.member_id = ${memberId}
    left join task_done x on x.tenant_id = t.tenant_id and x.task_id = t.id and x.member_id = ${memberId}
    where t.tenant_id = ${tenantId} and t.id = ${taskId}
      and (d.branch_id = any(${branchIds})
        or (t.whom = 'organisation' and t.organisation_id = any(${[...reader.reachIds]}::uuid[])))
    ${lock === 'share' ? sql`for share of t` : sql``}`.execute(trx);
  return rows[0] ?? null;
}
