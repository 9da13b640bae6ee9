import type { Transaction } from '../../database/tenantTransaction';

/** An organisation that may have a bank. */
export interface BankPlace {
  organisationId: string;
  organisationPath: string;
  name: string;
}

/** Every organisation in use in the order of the tree, or the one asked for. */
export async function findBankPlaces(
  trx: Transaction,
  tenantId: string,
  organisationId?: string,
): Promise<BankPlace[]> {
  const query = trx
    .selectFrom('organisation')
    .select(['id as organisationId', 'path as organisationPath', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'active')
    .orderBy('path');
  return organisationId === undefined ? query.execute() : query.where('id', '=', organisationId).execute();
}
