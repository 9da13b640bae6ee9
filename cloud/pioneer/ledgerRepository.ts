import { sql } from 'kysely';
import type { RollState } from '../../src/domain/meeting/roll';
import type { LedgerEntry, LedgerTotal } from '../../src/domain/pioneer/recompute';
import type { Transaction } from '../database/tenantTransaction';

/** Points that members have from an item in a period, counter-entries apart. */
export async function sumByMember(
  trx: Transaction,
  tenantId: string,
  periodId: string,
  itemCode: string,
  memberIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('score_entry')
    .select(['member_id', ({ fn }) => fn.sum<number>('points').as('points')])
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', sql<string>`any(${[...memberIds]}::uuid[])`)
    .where('period_id', '=', periodId)
    .where('item_code', '=', itemCode)
    .where('reverses_id', 'is', null)
    .groupBy('member_id')
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.points]));
}

/** What the new entries of one record and item have in common. */
export interface EntryBatch {
  periodId: string;
  schemeId: string;
  itemCode: string;
  dimension: string;
  occurredOn: string;
  sourceId: string;
  proposedBy: string;
  approvedBy: string;
  createdAt: Date;
  entries: readonly { id: string; memberId: string; points: number }[];
}

/**
 * Appends entries and adds what was really appended to the running totals, in
 * one statement. The same fact again appends nothing.
 */
export async function appendEntries(trx: Transaction, tenantId: string, batch: EntryBatch): Promise<void> {
  const { entries } = batch;
  await sql`
    with fact as (
      select * from unnest(
        ${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ memberId }) => memberId)}::uuid[],
        ${entries.map(({ points }) => points)}::numeric[]) as fact (id, member_id, points)
    ),
    appended as (
      insert into score_entry (tenant_id, id, period_id, member_id, scheme_id, item_code, dimension, points,
        occurred_on, source_kind, source_id, proposed_by, approved_by, created_at)
      select ${tenantId}, fact.id, ${batch.periodId}, fact.member_id, ${batch.schemeId}, ${batch.itemCode},
        ${batch.dimension}, fact.points, ${batch.occurredOn}, 'meeting', ${batch.sourceId}, ${batch.proposedBy},
        ${batch.approvedBy}, ${batch.createdAt}
      from fact
      on conflict (tenant_id, member_id, item_code, source_id) where reverses_id is null do nothing
      returning member_id, dimension, points
    )
    insert into score_total (tenant_id, period_id, member_id, dimension, points)
    select ${tenantId}, ${batch.periodId}, member_id, dimension, points from appended
    on conflict (tenant_id, member_id, period_id, dimension)
      do update set points = score_total.points + excluded.points`.execute(trx);
}

/** The running totals of one member, of every period. */
export async function findTotals(
  trx: Transaction,
  tenantId: string,
  memberId: string,
): Promise<{ periodId: string; dimension: string; points: number }[]> {
  return trx
    .selectFrom('score_total')
    .select(['period_id as periodId', 'dimension', 'points'])
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .execute();
}

/** One line of a card with the record it comes from. */
export interface CardEntry {
  id: string;
  occurredOn: string;
  itemCode: string;
  dimension: string;
  points: number;
  sourceId: string;
  sourceTitle: string;
  rollState: RollState;
  reversesId: string | null;
  reason: string | null;
}

/** The lines of one member in a period, latest first. */
export async function findLines(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  periodId: string,
): Promise<CardEntry[]> {
  return selectLines(trx, tenantId, memberId, periodId).execute();
}

/** The statement of `findLines`, for the test that looks at its plan. */
export function selectLines(trx: Transaction, tenantId: string, memberId: string, periodId: string) {
  return trx
    .selectFrom('score_entry as e')
    .innerJoin('meeting as m', (join) =>
      join.onRef('m.tenant_id', '=', 'e.tenant_id').onRef('m.id', '=', 'e.source_id'),
    )
    .innerJoin('roll_entry as r', (join) =>
      join
        .onRef('r.tenant_id', '=', 'e.tenant_id')
        .onRef('r.meeting_id', '=', 'e.source_id')
        .onRef('r.member_id', '=', 'e.member_id'),
    )
    .select([
      'e.id',
      'e.occurred_on as occurredOn',
      'e.item_code as itemCode',
      'e.dimension',
      'e.points',
      'e.source_id as sourceId',
      'm.title as sourceTitle',
      'r.state as rollState',
      'e.reverses_id as reversesId',
      'e.reason',
    ])
    .where('e.tenant_id', '=', tenantId)
    .where('e.member_id', '=', memberId)
    .where('e.period_id', '=', periodId)
    .orderBy('e.occurred_on', 'desc')
    .orderBy('e.id', 'desc');
}

/** The whole ledger of a period, for recomputation. */
export async function findLedger(
  trx: Transaction,
  tenantId: string,
  periodId: string,
): Promise<{ entries: LedgerEntry[]; totals: LedgerTotal[] }> {
  const entries = await trx
    .selectFrom('score_entry')
    .select([
      'id',
      'member_id as memberId',
      'item_code as itemCode',
      'dimension',
      'points',
      'occurred_on as occurredOn',
      'source_id as sourceId',
      'reverses_id as reversesId',
    ])
    .where('tenant_id', '=', tenantId)
    .where('period_id', '=', periodId)
    .execute();
  const totals = await trx
    .selectFrom('score_total')
    .select(['member_id as memberId', 'dimension', 'points'])
    .where('tenant_id', '=', tenantId)
    .where('period_id', '=', periodId)
    .execute();
  return { entries, totals };
}
