import type { BareJob } from './bareJob';

/**
 * What today's page needs, hand-written: the calendar's edits, the piece laid on
 * the day with the month's stamps, and what waits unread.
 */
export const job: BareJob = async (client, { tenantId, memberId }, body) => {
  const { day } = body as { day: string };
  const edits = await client.query(
    'select day, kind, name from calendar_day where tenant_id = $1 and day >= $2 and day <= $3',
    [tenantId, `${day.slice(0, 4)}-01-01`, `${day.slice(0, 4)}-12-31`],
  );
  const laid = await client.query(
    `select (select count(*) from study_mark m where m.tenant_id = $1 and m.member_id = $2 and m.day >= $4) as stamped,
       p.id, p.title, p.topic, p.kind, p.length, p.publish_on, p.blocks, p.source, p.checks, p.demo, o.name,
       exists (select 1 from study_mark m where m.tenant_id = p.tenant_id and m.member_id = $2 and m.piece_id = p.id) as done
     from piece p join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
     where p.tenant_id = $1 and p.state = 'approved' and p.publish_on = $3 and p.publish_at <= now() limit 1`,
    [tenantId, memberId, day, `${day.slice(0, 7)}-01`],
  );
  const waiting = await client.query(
    `select p.id, p.title, p.topic, p.kind, p.length, p.publish_on
     from piece p
     where p.tenant_id = $1 and p.state = 'approved' and p.publish_on < $3 and p.publish_at <= now()
       and not exists (select 1 from study_mark m where m.tenant_id = p.tenant_id and m.member_id = $2 and m.piece_id = p.id)
     order by p.publish_on desc limit 6`,
    [tenantId, memberId, day],
  );
  return { edits: edits.rows, piece: laid.rows[0], waiting: waiting.rows };
};
