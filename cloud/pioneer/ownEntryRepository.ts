import type { Transaction } from '../database/tenantTransaction';

/** A line of a member's own ledger with the meeting that it comes from, or null. */
export async function findOwnEntry(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  entryId: string,
): Promise<{ meetingTitle: string; organisationId: string; points: number } | null> {
  const row = await trx
    .selectFrom('score_entry as entry')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.tenant_id', '=', 'entry.tenant_id').onRef('meeting.id', '=', 'entry.source_id'),
    )
    .select(['meeting.title as meetingTitle', 'meeting.organisation_id as organisationId', 'entry.points'])
    .where('entry.tenant_id', '=', tenantId)
    .where('entry.id', '=', entryId)
    .where('entry.member_id', '=', memberId)
    .where('entry.source_kind', '=', 'meeting')
    .executeTakeFirst();
  return row ?? null;
}
