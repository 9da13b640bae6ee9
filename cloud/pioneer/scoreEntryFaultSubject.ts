import type { ResolveFaultSubject } from '../feedback/faultSubjects';

/** A line of the member's own score card (这一条不对？); kept by the branch whose meeting it comes from. */
export const scoreEntryFaultSubject: ResolveFaultSubject = async ({ trx, actor }, entryId) => {
  const entry = await trx
    .selectFrom('score_entry as entry')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.tenant_id', '=', 'entry.tenant_id').onRef('meeting.id', '=', 'entry.source_id'),
    )
    .select(['meeting.title', 'meeting.organisation_id as organisationId', 'entry.points'])
    .where('entry.tenant_id', '=', actor.tenantId)
    .where('entry.id', '=', entryId)
    .where('entry.member_id', '=', actor.memberId)
    .where('entry.source_kind', '=', 'meeting')
    .executeTakeFirst();
  return entry ? { title: `${entry.title}，${entry.points} 分`, organisationId: entry.organisationId } : null;
};
