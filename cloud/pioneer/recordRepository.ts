import { type RawBuilder, sql } from 'kysely';
import type { RollState } from '../../src/domain/meeting/roll';
import type { SignedLine } from '../../src/domain/pioneer/attendance';
import type { SignedRecord } from '../../src/domain/pioneer/recompute';
import type { MemberClass } from '../../src/domain/pioneer/scheme';
import type { Transaction } from '../database/tenantTransaction';
import type { ScorePeriod } from './pioneerRepository';

/** The signed records that the ledger rests on: read here, written by their own capability. */
export async function findSignedMeeting(
  trx: Transaction,
  tenantId: string,
  meetingId: string,
): Promise<(SignedRecord & { calledBy: string; signedBy: string }) | null> {
  const [found] = await findSigned(trx, tenantId, sql`m.id = ${meetingId}`);
  return found ?? null;
}

/** Every signed record that counts in a period: held in it, and signed while it was open. */
export async function findSignedIn(
  trx: Transaction,
  tenantId: string,
  period: Pick<ScorePeriod, 'startsOn' | 'endsOn' | 'openedAt' | 'closedAt'>,
): Promise<SignedRecord[]> {
  return findSigned(
    trx,
    tenantId,
    sql`m.held_on between ${period.startsOn} and ${period.endsOn} and m.signed_at >= ${period.openedAt}
      and (${period.closedAt}::timestamptz is null or m.signed_at <= ${period.closedAt})`,
  );
}

/** What somebody is on a day, for the scheme's member classes. */
export async function findClasses(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  day: string,
): Promise<MemberClass[]> {
  const { rows } = await sql<{ classes: MemberClass[] }>`
    select ${classesOn(sql`${day}::date`)} as classes from member p
    where p.tenant_id = ${tenantId} and p.id = ${memberId}`.execute(trx);
  return rows[0]?.classes ?? [];
}

/** A meeting at which somebody was, that is in no entry of theirs. */
export interface UncountedMeeting {
  title: string;
  isSigned: boolean;
}

/**
 * Meetings of a period at which the member was present: closed and waiting for
 * the signature, or signed without an entry because the period was closed by then.
 */
export async function findUncounted(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  period: Pick<ScorePeriod, 'id' | 'startsOn' | 'endsOn'>,
): Promise<UncountedMeeting[]> {
  const { rows } = await sql<UncountedMeeting>`
    select m.title, m.state = 'signed' as "isSigned"
    from roll_entry r join meeting m on m.tenant_id = r.tenant_id and m.id = r.meeting_id
    where r.tenant_id = ${tenantId} and r.member_id = ${memberId} and r.state in ('present', 'late')
      and r.reason is distinct from 'suspended'
      and m.state in ('closed', 'signed')
      and coalesce(m.held_on, (m.opened_at at time zone 'Asia/Shanghai')::date)
        between ${period.startsOn} and ${period.endsOn}
      and not exists (
        select 1 from score_entry e
        where e.tenant_id = r.tenant_id and e.member_id = r.member_id and e.source_id = m.id)
    order by m.planned_at desc`.execute(trx);
  return rows;
}

async function findSigned(
  trx: Transaction,
  tenantId: string,
  which: RawBuilder<unknown>,
): Promise<(SignedRecord & { calledBy: string; signedBy: string })[]> {
  const { rows } = await sql<{
    meeting_id: string;
    held_on: string;
    called_by: string;
    signed_by: string;
    member_id: string | null;
    state: RollState;
    suspended: boolean;
    classes: MemberClass[];
  }>`
    select m.id as meeting_id, m.held_on, m.called_by, m.signed_by, r.member_id, r.state,
      r.reason is not distinct from 'suspended' as suspended, ${classesOn(sql`m.held_on`)} as classes
    from meeting m
    left join roll_entry r on r.tenant_id = m.tenant_id and r.meeting_id = m.id and r.state in ('present', 'late')
    left join member p on p.tenant_id = r.tenant_id and p.id = r.member_id
    where m.tenant_id = ${tenantId} and m.state = 'signed' and ${which}
    order by m.held_on, m.id`.execute(trx);
  const records = new Map<
    string,
    SignedRecord & { calledBy: string; signedBy: string; lines: SignedLine[] }
  >();
  for (const row of rows) {
    const record = records.get(row.meeting_id) ?? {
      meetingId: row.meeting_id,
      heldOn: row.held_on,
      calledBy: row.called_by,
      signedBy: row.signed_by,
      lines: [],
    };
    records.set(row.meeting_id, record);
    if (row.member_id) {
      record.lines.push({
        memberId: row.member_id,
        state: row.state,
        suspended: row.suspended,
        classes: row.classes,
      });
    }
  }
  return [...records.values()];
}

/** SQL: the classes of member `p` on a day, from the roster's dated marks. */
function classesOn(day: RawBuilder<unknown>): RawBuilder<MemberClass[]> {
  return sql<MemberClass[]>`array[p.kind]
    || case when p.leading_cadre then array['cadre'] else '{}'::text[] end
    || array(select k.kind from member_mark k
        where k.tenant_id = p.tenant_id and k.member_id = p.id and k.kind in ('floating', 'frail', 'retired')
          and k.from_day <= ${day} and (k.to_day is null or k.to_day >= ${day}) order by k.kind)`;
}
