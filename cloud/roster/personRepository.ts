import { sql } from 'kysely';
import type { Place } from '../../src/domain/roster/acts';
import type { Transaction } from '../database/tenantTransaction';

/** A member of the roster with the organisation that answers for them, present or gone. */
export interface Person extends Place {
  memberId: string;
  version: number;
  name: string;
  loginName: string;
  kind: 'full' | 'probationary';
  status: 'active' | 'suspended' | 'transferredOut' | 'left';
  /** From this day no longer a member here. */
  leavesOn: string | null;
  leadingCadre: boolean;
  joinedOnSealed: string | null;
  fullSinceSealed: string | null;
  mobileSealed: string | null;
  /** The affiliation of right that holds on the day, else the next, else the last; null outside any branch. */
  formal: { id: string; organisationId: string; from: string; to: string | null } | null;
  /** Where the person holds a post on the day, in whatever organisation. */
  postPlaces: Place[];
}

/**
 * A member by id, or null. Who left is found under the last branch; an
 * administrator outside any branch stands in the organisation of the post.
 * With `lock` nobody else changes the person meanwhile.
 */
export async function findPerson(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  today: string,
  { lock = false } = {},
): Promise<Person | null> {
  if (lock) {
    await trx
      .selectFrom('member')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', memberId)
      .forUpdate()
      .execute();
  }
  const { rows } = await sql<Person>`
    select m.id as "memberId", m.version, m.name, m.number as "loginName", m.kind, m.status,
      m.leaves_on as "leavesOn", m.leading_cadre as "leadingCadre", m.joined_on_sealed as "joinedOnSealed",
      m.full_since_sealed as "fullSinceSealed", m.mobile_sealed as "mobileSealed",
      case when f.id is null then null else json_build_object('id', f.id, 'organisationId', f.organisation_id,
        'from', f.from_day, 'to', f.to_day) end as formal,
      o.id as "organisationId", o.path as "organisationPath",
      coalesce((select json_agg(json_build_object('organisationId', po.id, 'organisationPath', po.path))
        from post p join organisation po on po.tenant_id = p.tenant_id and po.id = p.organisation_id
        where p.tenant_id = m.tenant_id and p.member_id = m.id
          and p.from_day <= ${today} and (p.to_day is null or p.to_day >= ${today})), '[]'::json) as "postPlaces"
    from member m
    left join lateral (
      select a.id, a.organisation_id, a.from_day, a.to_day from affiliation a
      where a.tenant_id = m.tenant_id and a.member_id = m.id and a.kind = 'formal'
      order by (a.from_day <= ${today} and (a.to_day is null or a.to_day >= ${today})) desc,
        (a.to_day is null) desc, a.from_day desc
      limit 1
    ) f on true
    left join lateral (
      select p.organisation_id from post p where p.tenant_id = m.tenant_id and p.member_id = m.id
      order by (p.to_day is null) desc, p.from_day desc limit 1
    ) held on f.id is null
    join organisation o on o.tenant_id = m.tenant_id and o.id = coalesce(f.organisation_id, held.organisation_id)
    where m.tenant_id = ${tenantId} and m.id = ${memberId}`.execute(trx);
  return rows[0] ?? null;
}

/** Stores what was corrected and counts the version up; returns the new one. Absent fields stay. */
export async function updatePerson(
  trx: Transaction,
  tenantId: string,
  person: Pick<Person, 'memberId' | 'version'>,
  fields: Partial<{
    name: string;
    kind: Person['kind'];
    status: Person['status'];
    leaves_on: string | null;
    leaves_as: 'transferredOut' | 'left' | null;
    leading_cadre: boolean;
    voting_right: boolean;
    no_vote_reason: string | null;
    joined_on_sealed: string | null;
    full_since_sealed: string | null;
    mobile_sealed: string | null;
  }>,
): Promise<number> {
  const version = person.version + 1;
  await trx
    .updateTable('member')
    .set({ ...fields, version })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', person.memberId)
    .execute();
  return version;
}

/** Takes the roster for this transaction: whoever adds or matches people waits, so that nobody is added twice. */
export async function lockRoster(trx: Transaction, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster|${tenantId}`}, 0))`.execute(trx);
}

/** Namesakes with what tells them apart, sealed; present members only. */
export async function findNamesakes(
  trx: Transaction,
  tenantId: string,
  name: string,
): Promise<{ memberId: string; joinedOnSealed: string | null; mobileSealed: string | null }[]> {
  const rows = await trx
    .selectFrom('member')
    .select(['id', 'joined_on_sealed', 'mobile_sealed'])
    .where('tenant_id', '=', tenantId)
    .where('name', '=', name)
    .where('status', 'in', ['active', 'suspended'])
    .execute();
  return rows.map((row) => ({
    memberId: row.id,
    joinedOnSealed: row.joined_on_sealed,
    mobileSealed: row.mobile_sealed,
  }));
}

/** A member's marks, by their first day. */
export async function findMarks(
  trx: Transaction,
  tenantId: string,
  memberId: string,
): Promise<
  { id: string; kind: 'retired' | 'frail' | 'floating' | 'longLeave'; from: string; to: string | null }[]
> {
  const rows = await trx
    .selectFrom('member_mark')
    .select(['id', 'kind', 'from_day', 'to_day'])
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .orderBy('from_day')
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, from_day, to_day }) => ({ id, kind, from: from_day, to: to_day }));
}

/** Adds a mark. */
export async function insertMark(
  trx: Transaction,
  tenantId: string,
  mark: {
    id: string;
    memberId: string;
    kind: 'retired' | 'frail' | 'floating' | 'longLeave';
    from: string;
    to: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('member_mark')
    .values({
      tenant_id: tenantId,
      id: mark.id,
      member_id: mark.memberId,
      kind: mark.kind,
      from_day: mark.from,
      to_day: mark.to,
    })
    .execute();
}

/** Sets the last day of a mark. */
export async function endMarkOn(
  trx: Transaction,
  tenantId: string,
  markId: string,
  to: string | null,
): Promise<void> {
  await trx
    .updateTable('member_mark')
    .set({ to_day: to })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', markId)
    .execute();
}

/** Up to `limit` members whose day of leaving has come, locked. */
export async function findLeaving(
  trx: Transaction,
  tenantId: string,
  today: string,
  limit: number,
): Promise<{ memberId: string; version: number; becomes: 'transferredOut' | 'left' }[]> {
  const rows = await trx
    .selectFrom('member')
    .select(['id', 'version', 'leaves_as'])
    .where('tenant_id', '=', tenantId)
    .where('leaves_on', '<=', today)
    .where('status', 'in', ['active', 'suspended'])
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => ({
    memberId: row.id,
    version: row.version,
    becomes: row.leaves_as ?? 'transferredOut',
  }));
}
