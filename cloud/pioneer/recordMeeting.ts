import { isAttendanceEvent, pointsOfEvent } from '../../src/domain/pioneer/attendance';
import { halfYearOf } from '../../src/domain/pioneer/halfYear';
import type { Context } from '../operation';
import { ensurePeriod } from './ensurePeriod';
import { appendEntries, sumByMember } from './ledgerRepository';
import { findPeriodOf, isIndexEnabled, lockPeriod } from './pioneerRepository';
import { findSignedMeeting } from './recordRepository';

/**
 * Writes what a meeting, signed in this very transaction, means for the index:
 * one entry for each attendance item and assessed member who was there, up to
 * the item's cap, and the running totals. Calling it again writes nothing more.
 *
 * The period is the one containing the day the meeting was held. A running
 * half-year gets its period here when it has none yet. Nothing is written while
 * the index is switched off, for a half-year without a period, and into a closed
 * period: the card then names the meeting as not counted, and an objection is
 * the way to have it counted after all.
 */
export async function recordMeeting(
  context: Context,
  { meetingId, heldOn }: { meetingId: string; heldOn: string },
): Promise<void> {
  const { trx, actor, now } = context;
  if (!(await isIndexEnabled(trx, actor.tenantId))) return;
  const isRunning = halfYearOf(heldOn).startsOn === halfYearOf(actor.today).startsOn;
  const period = isRunning
    ? await ensurePeriod(context, heldOn)
    : await findPeriodOf(trx, actor.tenantId, heldOn);
  if (!period || (await lockPeriod(trx, actor.tenantId, period.id)) === 'closed') return;
  const record = await findSignedMeeting(trx, actor.tenantId, meetingId);
  if (!record) throw new Error(`meeting ${meetingId} is not signed`);

  const memberIds = record.lines
    .filter((line) => isAttendanceEvent(period.scheme, line))
    .map(({ memberId }) => memberId);
  if (memberIds.length === 0) return;
  for (const item of period.scheme.items) {
    const already = await sumByMember(trx, actor.tenantId, period.id, item.code, memberIds);
    await appendEntries(trx, actor.tenantId, {
      periodId: period.id,
      schemeId: period.schemeId,
      itemCode: item.code,
      dimension: item.dimension,
      occurredOn: record.heldOn,
      sourceId: meetingId,
      proposedBy: record.calledBy,
      approvedBy: record.signedBy,
      createdAt: now,
      entries: memberIds.map((memberId) => ({
        id: context.newId(),
        memberId,
        points: pointsOfEvent(item, already.get(memberId) ?? 0),
      })),
    });
  }
}
