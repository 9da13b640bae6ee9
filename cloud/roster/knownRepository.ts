import { sql } from 'kysely';
import type { Place } from '../../src/domain/roster/acts';
import type { Transaction } from '../database/tenantTransaction';

/** A member as the comparison with a file needs it; sealed values as stored. */
export interface KnownRow {
  memberId: string;
  version: number;
  number: string;
  name: string;
  kind: 'full' | 'probationary';
  status: 'active' | 'suspended' | 'transferredOut' | 'left';
  leadingCadre: boolean;
  mobileSealed: string | null;
  joinedOnSealed: string | null;
  fullSinceSealed: string | null;
  organisationId: string | null;
  organisationPath: string | null;
  groupIds: string[];
  marks: ('retired' | 'frail' | 'floating' | 'longLeave')[];
  postPlaces: Place[];
}

/** Whom a file may mean: by name, by our number, by mobile number, or as somebody of the branches it is about. */
export interface KnownQuery {
  names: readonly string[];
  numbers: readonly string[];
  blindIndexes: readonly string[];
  organisationIds: readonly string[];
  today: string;
}

/**
 * Everybody whom the query may mean, each once. What belongs to a person is looked up person by person: joined as sets,
 * ten thousand rows that the planner has no statistics of yet were compared with each other.
 */
export async function findKnown(trx: Transaction, tenantId: string, query: KnownQuery): Promise<KnownRow[]> {
  const { today } = query;
  const valid = (table: string) =>
    sql`${sql.ref(`${table}.from_day`)} <= ${today} and (${sql.ref(`${table}.to_day`)} is null or ${sql.ref(`${table}.to_day`)} >= ${today})`;
  const { rows } = await sql<KnownRow>`
    with meant as (
      select id from member where tenant_id = ${tenantId} and name = any(${[...query.names]}::text[])
      union
      select id from member where tenant_id = ${tenantId} and number = any(${[...query.numbers]}::text[])
      union
      select member_id from gate.mobile
        where blind_index = any(${[...query.blindIndexes]}::text[]) and tenant_id = ${tenantId}
      union
      select a.member_id from affiliation a
        where a.tenant_id = ${tenantId} and a.organisation_id = any(${[...query.organisationIds]}::uuid[])
          and a.kind = 'formal' and (a.to_day is null or a.to_day >= ${today})
    )
    select m.id as "memberId", m.version, m.number, m.name, m.kind, m.status, m.leading_cadre as "leadingCadre",
      m.mobile_sealed as "mobileSealed", m.joined_on_sealed as "joinedOnSealed",
      m.full_since_sealed as "fullSinceSealed", o.id as "organisationId", o.path as "organisationPath",
      coalesce((select json_agg(a.organisation_id) from affiliation a
        where a.tenant_id = ${tenantId} and a.member_id = m.id and a.kind = 'group' and ${valid('a')}),
        '[]'::json) as "groupIds",
      coalesce((select json_agg(distinct k.kind) from member_mark k
        where k.tenant_id = ${tenantId} and k.member_id = m.id and ${valid('k')}), '[]'::json) as marks,
      coalesce((select json_agg(json_build_object('organisationId', po.id, 'organisationPath', po.path))
        from post p join organisation po on po.tenant_id = ${tenantId} and po.id = p.organisation_id
        where p.tenant_id = ${tenantId} and p.member_id = m.id and ${valid('p')}), '[]'::json) as "postPlaces"
    from meant join member m on m.tenant_id = ${tenantId} and m.id = meant.id
    left join lateral (
      select a.organisation_id from affiliation a
      where a.tenant_id = ${tenantId} and a.member_id = m.id and a.kind = 'formal'
        and (a.to_day is null or a.to_day >= ${today}) and m.status in ('active', 'suspended')
      order by a.from_day limit 1
    ) formal on true
    left join organisation o on o.tenant_id = ${tenantId} and o.id = formal.organisation_id
    order by m.number`.execute(trx);
  return rows;
}
