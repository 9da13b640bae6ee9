import { sql } from 'kysely';
import type { Publisher } from '../../src/domain/study/lowStock';
import type { Transaction } from '../database/tenantTransaction';

/** An organisation that has published, as the watch over the stock needs it. */
export interface PublishingPlace extends Publisher {
  organisationId: string;
  organisationPath: string;
  name: string;
}

/** Every organisation in use that has a published piece, with the days from `today` on that have one; in tree order. */
export async function findPublishers(
  trx: Transaction,
  tenantId: string,
  { now, today }: { now: Date; today: string },
): Promise<PublishingPlace[]> {
  const { rows } = await sql<PublishingPlace>`
    select o.id as "organisationId", o.path as "organisationPath", o.name,
      o.level in ('organCommittee', 'leadingGroup') as "isBureau",
      array(select p.publish_on::text from piece p where p.tenant_id = o.tenant_id and p.organisation_id = o.id
        and p.state = 'approved' and p.publish_on >= ${today}) as days
    from organisation o
    where o.tenant_id = ${tenantId} and o.status = 'active' and exists (
      select 1 from piece p where p.tenant_id = o.tenant_id and p.organisation_id = o.id
        and p.state = 'approved' and p.publish_on <= ${today} and p.publish_at <= ${now})
    order by o.path`.execute(trx);
  return rows;
}

/** Notes that an organisation has been told; false when it had been already. Of two at once one is true. */
export async function noteTold(trx: Transaction, tenantId: string, organisationId: string): Promise<boolean> {
  const result = await trx
    .insertInto('stock_notice')
    .values({ tenant_id: tenantId, organisation_id: organisationId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows) > 0;
}

/** Forgets who was told, but of those whose stock is still low. */
export async function forgetTold(
  trx: Transaction,
  tenantId: string,
  stillLow: readonly string[],
): Promise<void> {
  await sql`
    delete from stock_notice
    where tenant_id = ${tenantId} and organisation_id <> all(${[...stillLow]}::uuid[])`.execute(trx);
}
