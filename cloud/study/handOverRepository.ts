import type { Transaction } from '../database/tenantTransaction';

/** Pieces of an organisation in a state of work. */
export async function countPieces(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
  states: readonly ('draft' | 'submitted' | 'returned' | 'approved')[],
): Promise<number> {
  const { size } = await trx
    .selectFrom('piece')
    .select((eb) => eb.fn.countAll<number>().as('size'))
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', states)
    .where('publish_on', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(size);
}
