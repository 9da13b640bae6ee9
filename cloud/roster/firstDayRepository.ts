import { sql } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';

/**
 * Of the members whose formal place today is one of `organisationIds`: how many there are, and how many of them have
 * neither come in nor a card that can still be used.
 */
export async function countCards(
  trx: Transaction,
  tenantId: string,
  organisationIds: readonly string[],
  { today, now }: { today: string; now: Date },
): Promise<{ members: number; withoutCard: number }> {
  const { rows } = await sql<{ members: string; without_card: string }>`
    select count(*) as members, count(*) filter (where
      not exists (select 1 from gate.activation_code c where c.tenant_id = m.tenant_id and c.member_id = m.id
        and c.used_at is null and c.revoked_at is null and c.expires_at > ${now})
      and not exists (select 1 from gate.binding b where b.tenant_id = m.tenant_id and b.member_id = m.id)
      and not exists (select 1 from gate.login l where l.tenant_id = m.tenant_id and l.member_id = m.id
        and l.passphrase_hash is not null)) as without_card
    from affiliation a join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
    where a.tenant_id = ${tenantId} and a.organisation_id = any(${[...organisationIds]}::uuid[])
      and a.kind = 'formal' and a.from_day <= ${today} and (a.to_day is null or a.to_day >= ${today})
      and m.status in ('active', 'suspended')`.execute(trx);
  const [row] = rows;
  return { members: Number(row?.members ?? 0), withoutCard: Number(row?.without_card ?? 0) };
}

/** Of the party branches among `organisationIds`: how many there are, and how many have no secretary today. */
export async function countSecretaries(
  trx: Transaction,
  tenantId: string,
  organisationIds: readonly string[],
  today: string,
): Promise<{ branches: number; withoutSecretary: number }> {
  const { rows } = await sql<{ branches: string; without_secretary: string }>`
    select count(*) as branches, count(*) filter (where
      not exists (select 1 from post p where p.tenant_id = o.tenant_id and p.organisation_id = o.id
        and p.post = 'secretary' and p.from_day <= ${today} and (p.to_day is null or p.to_day >= ${today}))
      ) as without_secretary
    from organisation o
    where o.tenant_id = ${tenantId} and o.id = any(${[...organisationIds]}::uuid[])
      and o.level = 'branch' and o.status = 'active'`.execute(trx);
  const [row] = rows;
  return { branches: Number(row?.branches ?? 0), withoutSecretary: Number(row?.without_secretary ?? 0) };
}
