import type { Place } from '../../src/domain/roster/acts';
import type { OrganisationLevel } from '../../src/domain/roster/posts';
import type { Transaction } from '../database/tenantTransaction';

/** An organisation that is not dissolved, as far as every capability needs to know it. */
export interface RosterPlace extends Place {
  name: string;
  level: OrganisationLevel;
}

/** Every organisation of the bureau that is not dissolved, in tree order: whoever asks picks those that are theirs. For all capabilities. */
export function listPlaces(trx: Transaction, tenantId: string): Promise<RosterPlace[]> {
  return selectPlaces(trx, tenantId).orderBy('path').execute();
}

/** One of them, or null. For all capabilities. */
export async function findPlace(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
): Promise<RosterPlace | null> {
  const place = await selectPlaces(trx, tenantId).where('id', '=', organisationId).executeTakeFirst();
  return place ?? null;
}

function selectPlaces(trx: Transaction, tenantId: string) {
  return trx
    .selectFrom('organisation')
    .select(['id as organisationId', 'path as organisationPath', 'name', 'level'])
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'active');
}
