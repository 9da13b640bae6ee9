import { sql } from 'kysely';
import type { Place } from '../../src/domain/roster/acts';
import { type Post, postTitles } from '../../src/domain/roster/posts';
import type { Transaction } from '../database/tenantTransaction';

/** One line of the roster of several organisations. */
export interface ListedPerson {
  memberId: string;
  name: string;
  kind: 'full' | 'probationary';
  organisationId: string;
  organisationPath: string;
  organisationName: string;
  marks: ('retired' | 'frail' | 'floating' | 'longLeave')[];
  posts: string[];
  postPlaces: Place[];
  loginName: string;
  activated: boolean;
}

/** Which people are listed, and after whom the page begins. */
export interface PeopleQuery {
  organisationIds: readonly string[];
  /** Every belonging counts in one organisation; over several only the place of right, so that nobody comes twice. */
  kinds: readonly string[];
  /** A part of the name. */
  name: string | null;
  /** Only those who have not used a card. */
  withoutDoor: boolean;
  after: { name: string; memberId: string } | null;
  limit: number;
  today: string;
}

/** A page of people by name. `activated` says whether a card still has to be handed out; it is no figure of use. */
export async function listPeople(
  trx: Transaction,
  tenantId: string,
  query: PeopleQuery,
): Promise<ListedPerson[]> {
  const { today, after } = query;
  const isValid = (table: string) =>
    sql`${sql.ref(`${table}.from_day`)} <= ${today} and (${sql.ref(`${table}.to_day`)} is null or ${sql.ref(`${table}.to_day`)} >= ${today})`;
  const activated = sql`(exists (select 1 from gate.binding b where b.tenant_id = m.tenant_id and b.member_id = m.id)
    or exists (select 1 from gate.login l where l.tenant_id = m.tenant_id and l.member_id = m.id
      and l.passphrase_hash is not null))`;
  const { rows } = await sql<Omit<ListedPerson, 'posts'> & { posts: Post[] }>`
    with page as (
      select m.tenant_id, m.id, m.name, m.kind, m.number, min(a.organisation_id::text)::uuid as organisation_id
      from affiliation a join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
      where a.tenant_id = ${tenantId} and a.organisation_id = any(${[...query.organisationIds]}::uuid[])
        and a.kind = any(${[...query.kinds]}::text[]) and ${isValid('a')}
        and m.status in ('active', 'suspended')
        ${query.name === null ? sql`` : sql`and position(${query.name} in m.name) > 0`}
        ${after === null ? sql`` : sql`and (m.name, m.id) > (${after.name}, ${after.memberId}::uuid)`}
        ${query.withoutDoor ? sql`and not ${activated}` : sql``}
      group by m.tenant_id, m.id
      order by m.name, m.id
      limit ${query.limit}
    )
    select m.id as "memberId", m.name, m.kind, m.number as "loginName", o.id as "organisationId",
      o.path as "organisationPath", o.name as "organisationName", ${activated} as activated,
      coalesce((select json_agg(distinct k.kind) from member_mark k
        where k.tenant_id = m.tenant_id and k.member_id = m.id and ${isValid('k')}), '[]'::json) as marks,
      coalesce((select json_agg(p.post order by p.from_day) from post p
        where p.tenant_id = m.tenant_id and p.member_id = m.id and ${isValid('p')}), '[]'::json) as posts,
      coalesce((select json_agg(json_build_object('organisationId', po.id, 'organisationPath', po.path))
        from post p join organisation po on po.tenant_id = p.tenant_id and po.id = p.organisation_id
        where p.tenant_id = m.tenant_id and p.member_id = m.id and ${isValid('p')}), '[]'::json) as "postPlaces"
    from page m join organisation o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    order by m.name, m.id`.execute(trx);
  return rows.map((row) => ({ ...row, posts: row.posts.map((post) => postTitles[post]) }));
}
