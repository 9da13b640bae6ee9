import type { Transaction } from '../database/tenantTransaction';

/** Meetings of an organisation in one of these states. */
export async function countMeetings(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
  states: readonly ('planned' | 'open' | 'closed')[],
): Promise<number> {
  const { size } = await trx
    .selectFrom('meeting')
    .select((eb) => eb.fn.countAll<number>().as('size'))
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', states)
    .executeTakeFirstOrThrow();
  return Number(size);
}
