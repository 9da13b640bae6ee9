import type { BareJob } from './bareJob';

/** What the list needs, hand-written: where the member belongs today, and the open tasks of these places. */
export const job: BareJob = async (client, { tenantId, memberId }, body) => {
  const { day } = body as { day: string };
  const belongs = await client.query<{ organisation_id: string; path: string }>(
    `select a.organisation_id, o.path from affiliation a
     join organisation o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
     where a.tenant_id = $1 and a.member_id = $2 and a.from_day <= $3 and (a.to_day is null or a.to_day >= $3)`,
    [tenantId, memberId, day],
  );
  const branches = belongs.rows.map((row) => row.organisation_id);
  const reach = [...new Set(belongs.rows.flatMap((row) => row.path.split('/').filter(Boolean)))];
  const { rows } = await client.query(
    `with mine as (
       select d.task_id, d.due from task_due d
         where d.tenant_id = $1 and d.member_id = $2 and d.branch_id = any($3::uuid[])
       union all
       select t.id, false from study_task t
         where t.tenant_id = $1 and t.organisation_id = any($4::uuid[]) and t.state = 'open' and t.due_on >= $5
           and t.whom = 'organisation' and not exists (select 1 from task_due d
             where d.tenant_id = t.tenant_id and d.member_id = $2 and d.task_id = t.id)
     )
     select t.id, t.target_kind, t.target_id, t.title, t.reading_minutes, t.due_on, t.self_check, o.name, mine.due
     from mine join study_task t on t.tenant_id = $1 and t.id = mine.task_id
     join organisation o on o.tenant_id = $1 and o.id = t.organisation_id
     where t.state = 'open' and (mine.due or t.due_on >= $5)
       and not exists (select 1 from task_done x where x.tenant_id = $1 and x.task_id = mine.task_id and x.member_id = $2)
       and exists (select 1 from piece p where p.tenant_id = $1 and p.id = t.target_id and p.state = 'approved'
         and p.publish_at <= now())
     order by mine.due desc, t.due_on, t.id limit 50`,
    [tenantId, memberId, branches, reach, day],
  );
  return { tasks: rows };
};
