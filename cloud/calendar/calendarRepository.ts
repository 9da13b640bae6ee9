import type { SpecialDay } from '../../src/domain/calendar/holidays';
import type { Place } from '../../src/domain/roster/acts';
import type { Transaction } from '../database/tenantTransaction';

/** The bureau's own edits from `first` to `last`, both included, in order. */
export async function findEdits(
  trx: Transaction,
  tenantId: string,
  first: string,
  last: string,
): Promise<(SpecialDay & { day: string })[]> {
  return trx
    .selectFrom('calendar_day')
    .select(['day', 'kind', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('day', '>=', first)
    .where('day', '<=', last)
    .orderBy('day')
    .execute();
}

/** Lays the bureau's edit on a day, in place of an earlier one. */
export async function saveEdit(
  trx: Transaction,
  tenantId: string,
  day: string,
  { kind, name }: SpecialDay,
): Promise<void> {
  await trx
    .insertInto('calendar_day')
    .values({ tenant_id: tenantId, day, kind, name })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'day']).doUpdateSet({ kind, name }))
    .execute();
}

/** Takes the bureau's edit off a day, so that the table counts again; nothing happens when there is none. */
export async function removeEdit(trx: Transaction, tenantId: string, day: string): Promise<void> {
  await trx.deleteFrom('calendar_day').where('tenant_id', '=', tenantId).where('day', '=', day).execute();
}

/** Where the calendar of the whole bureau is kept: its committee and its leading group. */
export async function findKeepers(trx: Transaction, tenantId: string): Promise<Place[]> {
  const rows = await trx
    .selectFrom('organisation')
    .select(['id', 'path'])
    .where('tenant_id', '=', tenantId)
    .where('level', 'in', ['organCommittee', 'leadingGroup'])
    .where('status', '=', 'active')
    .orderBy('path')
    .execute();
  return rows.map((row) => ({ organisationId: row.id, organisationPath: row.path }));
}
