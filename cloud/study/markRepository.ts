import { sql } from 'kysely';
import { monthBounds } from '../../src/domain/calendar/month';
import type { Transaction } from '../database/tenantTransaction';
import type { Reader } from './reader';

/**
 * Marks a piece as studied and counts the reader's marks of `month`, in one statement; null when the piece was never
 * published or is not meant for the reader. The mark's day is the piece's day, whenever the tap arrives (architecture.md
 * "A client's time is never used"). A piece withdrawn after it was published still takes the mark: it may have been
 * made without a network before. Repeating, also at the same moment, changes nothing and gives the same reply: the
 * count takes this piece as marked and never asks who was first.
 */
export async function insertMark(
  trx: Transaction,
  reader: Reader,
  pieceId: string,
  month: string,
): Promise<{ day: string; stampedThisMonth: number } | null> {
  const { tenantId, memberId, audience, now } = reader;
  const { first, after } = monthBounds(month);
  const { rows } = await sql<{ day: string; stampedThisMonth: number }>`
    with read as (
      select p.id, p.publish_on from piece p
      where p.tenant_id = ${tenantId} and p.id = ${pieceId} and p.state in ('approved', 'withdrawn')
        and p.publish_at <= ${now}
        and p.organisation_id in (select seen.id from organisation seen where seen.tenant_id = ${tenantId}
          and (seen.level in ('organCommittee', 'leadingGroup') or seen.id = any(${audience}::uuid[])))
    ), marked as (
      insert into study_mark (tenant_id, member_id, piece_id, day)
      select ${tenantId}::uuid, ${memberId}::uuid, read.id, read.publish_on from read
      on conflict (tenant_id, member_id, piece_id) do nothing
    )
    select read.publish_on as day,
      (read.publish_on >= ${first} and read.publish_on < ${after})::integer
        + (select count(*)::integer from study_mark m where m.tenant_id = ${tenantId} and m.member_id = ${memberId}
          and m.day >= ${first} and m.day < ${after} and m.piece_id <> read.id) as "stampedThisMonth"
    from read`.execute(trx);
  return rows[0] ?? null;
}

/** Takes the reader's mark off a piece and counts the marks of `month` that are left, in one statement; no mark, no change. */
export async function deleteMark(
  trx: Transaction,
  { tenantId, memberId }: Pick<Reader, 'tenantId' | 'memberId'>,
  pieceId: string,
  month: string,
): Promise<number> {
  const { first, after } = monthBounds(month);
  const { rows } = await sql<{ left: number }>`
    with gone as (
      delete from study_mark where tenant_id = ${tenantId} and member_id = ${memberId} and piece_id = ${pieceId}
    )
    select count(*)::integer as "left" from study_mark m where m.tenant_id = ${tenantId} and m.member_id = ${memberId}
      and m.day >= ${first} and m.day < ${after} and m.piece_id <> ${pieceId}`.execute(trx);
  return rows[0]?.left ?? 0;
}

/** The days of `month` on which the reader has marked pieces, with how many, in order. */
export async function findMarkedDays(
  trx: Transaction,
  { tenantId, memberId }: Pick<Reader, 'tenantId' | 'memberId'>,
  month: string,
): Promise<{ day: string; count: number }[]> {
  const { first, after } = monthBounds(month);
  const { rows } = await sql<{ day: string; count: number }>`
    select m.day, count(*)::integer as count from study_mark m
    where m.tenant_id = ${tenantId} and m.member_id = ${memberId} and m.day >= ${first} and m.day < ${after}
    group by m.day order by m.day`.execute(trx);
  return rows;
}

/** Whether the member has stamped a piece of that day. For the member's own reminder only. */
export async function hasMarkOn(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  day: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('study_mark')
    .select('piece_id')
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .where('day', '=', day)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
