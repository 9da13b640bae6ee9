import { sql } from 'kysely';
import type { Place } from '../../src/domain/roster/acts';
import { type OrganisationLevel, type Post, postTitles } from '../../src/domain/roster/posts';
import type { Transaction } from '../database/tenantTransaction';

export interface ListedOrganisation {
  id: string;
  name: string;
  level: OrganisationLevel;
  parentId: string | null;
  path: string;
  parentPath: string | null;
  enabledOn: string | null;
  version: number;
}

/** All organisations of the bureau that are not dissolved, in tree order. */
export async function listOrganisations(trx: Transaction, tenantId: string): Promise<ListedOrganisation[]> {
  const rows = await trx
    .selectFrom('organisation')
    .select(['id', 'name', 'level', 'parent_id', 'path', 'enabled_on', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'active')
    .orderBy('path')
    .execute();
  const pathOf = new Map(rows.map((row) => [row.id, row.path]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    level: row.level,
    parentId: row.parent_id,
    path: row.path,
    parentPath: row.parent_id === null ? null : (pathOf.get(row.parent_id) ?? null),
    enabledOn: row.enabled_on,
    version: row.version,
  }));
}

/** Where an organisation stands and what it is called, or null. */
export async function findOrganisation(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
): Promise<(Place & { name: string; level: string }) | null> {
  const row = await trx
    .selectFrom('organisation')
    .select(['id', 'name', 'level', 'path'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', organisationId)
    .executeTakeFirst();
  return row
    ? { organisationId: row.id, organisationPath: row.path, name: row.name, level: row.level }
    : null;
}

export interface ListedMember {
  memberId: string;
  name: string;
  kind: 'full' | 'probationary';
  marks: ('retired' | 'frail' | 'floating' | 'longLeave')[];
  posts: string[];
  /** Where the member holds a post today, in whatever organisation. */
  postPlaces: Place[];
  loginName: string;
  activated: boolean;
}

/**
 * Members who belong to an organisation on `today`, by name. `activated` says
 * whether some door is open; it is for handing out cards and is not a figure of use.
 */
export async function listMembers(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
  today: string,
): Promise<ListedMember[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    number: string;
    kind: 'full' | 'probationary';
    marks: ListedMember['marks'] | null;
    posts: Post[] | null;
    post_places: Place[] | null;
    activated: boolean;
  }>`
    select m.id, m.name, m.number, m.kind,
      (select json_agg(distinct k.kind) from member_mark k where k.tenant_id = m.tenant_id and k.member_id = m.id
        and k.from_day <= ${today} and (k.to_day is null or k.to_day >= ${today})) as marks,
      (select json_agg(p.post order by p.from_day) from post p where p.tenant_id = m.tenant_id and p.member_id = m.id
        and p.organisation_id = ${organisationId}
        and p.from_day <= ${today} and (p.to_day is null or p.to_day >= ${today})) as posts,
      ${postPlaces(today)} as post_places,
      exists (select 1 from gate.binding b where b.tenant_id = m.tenant_id and b.member_id = m.id)
        or exists (select 1 from gate.login l where l.tenant_id = m.tenant_id and l.member_id = m.id
          and l.passphrase_hash is not null) as activated
    from affiliation a join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
    where a.tenant_id = ${tenantId} and a.organisation_id = ${organisationId}
      and a.from_day <= ${today} and (a.to_day is null or a.to_day >= ${today})
      and m.status in ('active', 'suspended')
    order by m.name, m.id`.execute(trx);
  return rows.map((row) => ({
    memberId: row.id,
    name: row.name,
    kind: row.kind,
    marks: row.marks ?? [],
    posts: (row.posts ?? []).map((post) => postTitles[post]),
    postPlaces: row.post_places ?? [],
    loginName: row.number,
    activated: row.activated,
  }));
}

/** A member with the organisation that answers for them today: the formal one. */
export interface PlacedMember extends Place {
  memberId: string;
  name: string;
  loginName: string;
  organisationName: string;
  /** Where the member holds a post today, in whatever organisation. */
  postPlaces: Place[];
}

/** The places of the posts that `m` holds on a day, as JSON. */
function postPlaces(today: string) {
  return sql`(select json_agg(json_build_object('organisationId', o.id, 'organisationPath', o.path))
        from post p join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
        where p.tenant_id = m.tenant_id and p.member_id = m.id
          and p.from_day <= ${today} and (p.to_day is null or p.to_day >= ${today}))`;
}

/** The member, or null when there is none or the affiliation ended. */
export async function findPlacedMember(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  today: string,
): Promise<PlacedMember | null> {
  return (await findPlacedMembers(trx, tenantId, [memberId], today))[0] ?? null;
}

/**
 * Those of `memberIds` who are members today, by organisation and name. An administrator outside any branch stands in
 * the committee of their post.
 */
export async function findPlacedMembers(
  trx: Transaction,
  tenantId: string,
  memberIds: readonly string[],
  today: string,
): Promise<PlacedMember[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    number: string;
    organisation_id: string;
    organisation_name: string;
    path: string;
    post_places: Place[] | null;
  }>`
    select m.id, m.name, m.number, o.id as organisation_id, o.name as organisation_name, o.path,
      ${postPlaces(today)} as post_places
    from member m
    join lateral (
      select a.organisation_id, 0 as rank from affiliation a
        where a.tenant_id = m.tenant_id and a.member_id = m.id and a.kind = 'formal'
          and a.from_day <= ${today} and (a.to_day is null or a.to_day >= ${today})
      union all
      select p.organisation_id, 1 from post p
        where p.tenant_id = m.tenant_id and p.member_id = m.id
          and p.from_day <= ${today} and (p.to_day is null or p.to_day >= ${today})
      order by 2 limit 1
    ) place on true
    join organisation o on o.tenant_id = m.tenant_id and o.id = place.organisation_id
    where m.tenant_id = ${tenantId} and m.id = any(${[...memberIds]}::uuid[]) and m.status in ('active', 'suspended')
    order by o.path, m.name, m.id`.execute(trx);
  return rows.map((row) => ({
    memberId: row.id,
    name: row.name,
    loginName: row.number,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    organisationPath: row.path,
    postPlaces: row.post_places ?? [],
  }));
}
