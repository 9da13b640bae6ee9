import { sql } from 'kysely';
import type { PlacedOrganisation } from '../../src/domain/roster/appointing';
import type { OrganisationLevel } from '../../src/domain/roster/posts';
import type { Transaction } from '../database/tenantTransaction';

/** An organisation in force with its place in the tree. */
export interface OrganisationEntry extends PlacedOrganisation {
  name: string;
  enabledOn: string | null;
  version: number;
}

/** An organisation that is not dissolved, or null; with `lock` nobody else changes it meanwhile. */
export async function findPlacedOrganisation(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
  { lock = false } = {},
): Promise<OrganisationEntry | null> {
  const { rows } = await sql<{
    id: string;
    name: string;
    level: OrganisationLevel;
    path: string;
    enabled_on: string | null;
    version: number;
    parent_id: string | null;
    parent_path: string | null;
  }>`
    select o.id, o.name, o.level, o.path, o.enabled_on, o.version, o.parent_id, p.path as parent_path
    from organisation o left join organisation p on p.tenant_id = o.tenant_id and p.id = o.parent_id
    where o.tenant_id = ${tenantId} and o.id = ${organisationId} and o.status = 'active'
    ${lock ? sql`for update of o` : sql``}`.execute(trx);
  const row = rows[0];
  return row
    ? {
        organisationId: row.id,
        organisationPath: row.path,
        name: row.name,
        level: row.level,
        enabledOn: row.enabled_on,
        version: row.version,
        parent:
          row.parent_id === null || row.parent_path === null
            ? null
            : { organisationId: row.parent_id, organisationPath: row.parent_path },
      }
    : null;
}

/** True when another organisation in force right under `parentId` has this name. */
export async function isNameTaken(
  trx: Transaction,
  tenantId: string,
  { parentId, name, exceptId = null }: { parentId: string | null; name: string; exceptId?: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from organisation
    where tenant_id = ${tenantId} and status = 'active' and name = ${name}
      and parent_id is not distinct from ${parentId}::uuid and id is distinct from ${exceptId}::uuid
    limit 1`.execute(trx);
  return rows.length > 0;
}

/** Stores the changed fields of an organisation and returns its new version. */
export async function updateOrganisation(
  trx: Transaction,
  tenantId: string,
  organisation: { organisationId: string; version: number },
  fields: Partial<{ name: string; enabled_on: string | null; status: 'active' | 'dissolved' }>,
): Promise<number> {
  const version = organisation.version + 1;
  await trx
    .updateTable('organisation')
    .set({ ...fields, version })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', organisation.organisationId)
    .execute();
  return version;
}

/** True when somebody belongs or will belong there, holds a post there, or something in force stands below it. */
export async function isInUse(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
  today: string,
): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select 1 from organisation o
        where o.tenant_id = ${tenantId} and o.parent_id = ${organisationId} and o.status = 'active')
      or exists (select 1 from affiliation a join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
        where a.tenant_id = ${tenantId} and a.organisation_id = ${organisationId}
          and (a.to_day is null or a.to_day >= ${today}) and m.status in ('active', 'suspended'))
      or exists (select 1 from post p
        where p.tenant_id = ${tenantId} and p.organisation_id = ${organisationId}
          and (p.to_day is null or p.to_day >= ${today})) as used`.execute(trx);
  return rows[0]?.used ?? false;
}
