import type { ResolveFaultSubject } from '../feedback/faultSubject';
import { findOwnEntry } from './ownEntryRepository';

/** A line of the member's own score card (这一条不对？); kept by the branch whose meeting it comes from. */
export const scoreEntryFaultSubject: ResolveFaultSubject = async ({ trx, actor }, entryId) => {
  const entry = await findOwnEntry(trx, actor.tenantId, actor.memberId, entryId);
  return (
    entry && { title: `${entry.meetingTitle}，${entry.points} 分`, organisationId: entry.organisationId }
  );
};
