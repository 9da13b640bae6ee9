import { sql } from 'kysely';
import type { HeldPost } from '../../src/domain/roster/acts';
import type { Transaction } from '../database/tenantTransaction';

/** Everybody who holds a post today in one of the organisations, with those posts. Clerks' lists are left out. */
export async function findHolders(
  trx: Transaction,
  tenantId: string,
  organisationIds: readonly string[],
  today: string,
): Promise<{ memberId: string; held: HeldPost[] }[]> {
  const { rows } = await sql<{ memberId: string; held: HeldPost[] }>`
    select p.member_id as "memberId", json_agg(json_build_object('post', p.post, 'organisationId', p.organisation_id,
      'organisationPath', o.path, 'namedOrganisationIds', '[]'::json)) as held
    from post p
    join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
    join member m on m.tenant_id = p.tenant_id and m.id = p.member_id and m.status = 'active'
    where p.tenant_id = ${tenantId} and p.organisation_id = any(${[...organisationIds]}::uuid[])
      and p.from_day <= ${today} and (p.to_day is null or p.to_day >= ${today})
    group by p.member_id
    order by p.member_id`.execute(trx);
  return rows;
}
