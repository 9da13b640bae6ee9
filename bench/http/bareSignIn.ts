import type { BareJob } from './bareJob';

/** Sign-in, hand-written: one statement that moves the line and traces it, and the audit row. */
export const job: BareJob = async (client, { tenantId, memberId }, body) => {
  const { meetingId, changeId, auditId } = body as { meetingId: string; changeId: string; auditId: string };
  const now = new Date();
  const { rows } = await client.query(
    `with seen as (
       select state, case when $5::timestamptz > planned_at then 'late' else 'present' end as arrives
       from meeting where tenant_id = $1 and id = $2 for share
     ), line as (
       select state from roll_entry where tenant_id = $1 and meeting_id = $2 and member_id = $3 for update
     ), changed as (
       update roll_entry r set state = seen.arrives, method = 'code', recorded_by = $3, recorded_at = $5
       from seen, line where r.tenant_id = $1 and r.meeting_id = $2 and r.member_id = $3
         and seen.state = 'open' and line.state not in ('present', 'late') returning r.state
     ), traced as (
       insert into roll_change (tenant_id, id, meeting_id, member_id, from_state, to_state, method, changed_by, changed_at)
       select $1, $4, $2, $3, line.state, changed.state, 'code', $3, $5 from line, changed
     )
     select changed.state from changed`,
    [tenantId, meetingId, memberId, changeId, now],
  );
  await client.query(
    `insert into audit_row (tenant_id, id, at, actor_id, action, subject_kind, subject_id, request_id)
     values ($1, $2, $3, $4, 'meeting.signIn', 'meeting', $5, 'bare')`,
    [tenantId, auditId, now, memberId, meetingId],
  );
  return rows[0];
};
