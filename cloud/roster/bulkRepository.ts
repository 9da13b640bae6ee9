import { sql } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';
import type { BelongingKind } from './belongingRepository';

/** A member as it is stored. Sealed values are sealed. */
export interface StoredMember {
  id: string;
  number: string;
  name: string;
  kind: 'full' | 'probationary';
  status: 'active' | 'suspended' | 'transferredOut' | 'left';
  leading_cadre: boolean;
  voting_right: boolean;
  no_vote_reason: string | null;
  joined_on_sealed: string | null;
  full_since_sealed: string | null;
  mobile_sealed: string | null;
  leaves_on: string | null;
  leaves_as: 'transferredOut' | 'left' | null;
}

export interface StoredMobile {
  member_id: string;
  blind_index: string;
}

export interface StoredBelonging {
  id: string;
  member_id: string;
  organisation_id: string;
  kind: BelongingKind;
  from_day: string;
  to_day: string | null;
}

export interface StoredMark {
  id: string;
  member_id: string;
  kind: 'retired' | 'frail' | 'floating' | 'longLeave';
  from_day: string;
}

const memberColumns = sql`id uuid, number text, name text, kind text, status text, leading_cadre boolean,
  voting_right boolean, no_vote_reason text, joined_on_sealed text, full_since_sealed text, mobile_sealed text,
  leaves_on date, leaves_as text`;

const asJson = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::json`;

/**
 * Has every statement of this transaction planned for the tables as they are by then. A connection keeps the plans of
 * its foreign key checks: one made when `member` had a page reads all of it for each of ten thousand new rows (seen:
 * a first import ran into the limit of ten seconds).
 */
export async function planAfresh(trx: Transaction): Promise<void> {
  await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(trx);
}

/** Those of `numbers` that a login of any bureau has: login names are unique in the deployment. */
export async function findTakenNumbers(trx: Transaction, numbers: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ login_name: string }>`
    select login_name from gate.login where login_name = any(${[...numbers]}::text[])`.execute(trx);
  return new Set(rows.map((row) => row.login_name));
}

/** Adds members with their login names; one statement each, however many they are. */
export async function insertMembers(
  trx: Transaction,
  tenantId: string,
  members: readonly StoredMember[],
): Promise<void> {
  await sql`
    insert into member (tenant_id, id, number, name, kind, status, leading_cadre, voting_right, no_vote_reason,
      joined_on_sealed, full_since_sealed, mobile_sealed, leaves_on, leaves_as)
    select ${tenantId}, x.* from json_to_recordset(${asJson(members)}) as x(${memberColumns})`.execute(trx);
  await sql`
    insert into gate.login (login_name, tenant_id, member_id, passphrase_hash)
    select x.number, ${tenantId}, x.id, null
    from json_to_recordset(${asJson(members)}) as x(id uuid, number text)`.execute(trx);
}

/** Members as they are stored, locked until the transaction ends, with their version. */
export async function lockMembers(
  trx: Transaction,
  tenantId: string,
  memberIds: readonly string[],
): Promise<(StoredMember & { version: number })[]> {
  const { rows } = await sql<StoredMember & { version: number }>`
    select id, number, name, kind, status, leading_cadre, voting_right, no_vote_reason, joined_on_sealed,
      full_since_sealed, mobile_sealed, leaves_on, leaves_as, version
    from member where tenant_id = ${tenantId} and id = any(${[...memberIds]}::uuid[])
    order by id for update`.execute(trx);
  return rows;
}

/** Stores members as given and counts each version up. */
export async function updateMembers(
  trx: Transaction,
  tenantId: string,
  members: readonly StoredMember[],
): Promise<void> {
  await sql`
    update member m set name = x.name, kind = x.kind, status = x.status, leading_cadre = x.leading_cadre,
      voting_right = x.voting_right, no_vote_reason = x.no_vote_reason, joined_on_sealed = x.joined_on_sealed,
      full_since_sealed = x.full_since_sealed, mobile_sealed = x.mobile_sealed, leaves_on = x.leaves_on,
      leaves_as = x.leaves_as, version = m.version + 1
    from json_to_recordset(${asJson(members)}) as x(${memberColumns})
    where m.tenant_id = ${tenantId} and m.id = x.id`.execute(trx);
}

/** The mobile indexes of members. */
export async function findMobiles(
  trx: Transaction,
  tenantId: string,
  memberIds: readonly string[],
): Promise<StoredMobile[]> {
  const { rows } = await sql<StoredMobile>`
    select member_id, blind_index from gate.mobile
    where tenant_id = ${tenantId} and member_id = any(${[...memberIds]}::uuid[])`.execute(trx);
  return rows;
}

/** Puts `mobiles` in the place of all mobile indexes of `memberIds`. */
export async function replaceMobiles(
  trx: Transaction,
  tenantId: string,
  memberIds: readonly string[],
  mobiles: readonly StoredMobile[],
): Promise<void> {
  await sql`
    delete from gate.mobile
    where tenant_id = ${tenantId} and member_id = any(${[...memberIds]}::uuid[])`.execute(trx);
  await sql`
    insert into gate.mobile (tenant_id, member_id, blind_index)
    select ${tenantId}, x.member_id, x.blind_index
    from json_to_recordset(${asJson(mobiles)}) as x(member_id uuid, blind_index text)`.execute(trx);
}

/** Adds belongings. */
export async function insertBelongings(
  trx: Transaction,
  tenantId: string,
  belongings: readonly StoredBelonging[],
): Promise<void> {
  await sql`
    insert into affiliation (tenant_id, id, member_id, organisation_id, kind, from_day, to_day)
    select ${tenantId}, x.* from json_to_recordset(${asJson(belongings)})
      as x(id uuid, member_id uuid, organisation_id uuid, kind text, from_day date, to_day date)`.execute(
    trx,
  );
}

/** Adds marks that are open at their end. */
export async function insertMarks(
  trx: Transaction,
  tenantId: string,
  marks: readonly StoredMark[],
): Promise<void> {
  await sql`
    insert into member_mark (tenant_id, id, member_id, kind, from_day)
    select ${tenantId}, x.* from json_to_recordset(${asJson(marks)})
      as x(id uuid, member_id uuid, kind text, from_day date)`.execute(trx);
}

/** Belongings of these kinds that hold on `day` or later. */
export async function findOpenBelongings(
  trx: Transaction,
  tenantId: string,
  memberIds: readonly string[],
  kinds: readonly BelongingKind[],
  day: string,
): Promise<StoredBelonging[]> {
  const { rows } = await sql<StoredBelonging>`
    select id, member_id, organisation_id, kind, from_day, to_day from affiliation
    where tenant_id = ${tenantId} and member_id = any(${[...memberIds]}::uuid[])
      and kind = any(${[...kinds]}::text[]) and (to_day is null or to_day >= ${day})`.execute(trx);
  return rows;
}

/** Sets organisation and last day of belongings by their ids. */
export async function updateBelongings(
  trx: Transaction,
  tenantId: string,
  belongings: readonly Pick<StoredBelonging, 'id' | 'organisation_id' | 'to_day'>[],
): Promise<void> {
  await sql`
    update affiliation a set organisation_id = x.organisation_id, to_day = x.to_day
    from json_to_recordset(${asJson(belongings)}) as x(id uuid, organisation_id uuid, to_day date)
    where a.tenant_id = ${tenantId} and a.id = x.id`.execute(trx);
}

/** Takes away belongings and marks of an import that is taken back. */
export async function deletePlaces(
  trx: Transaction,
  tenantId: string,
  { belongings, marks }: { belongings: readonly string[]; marks: readonly string[] },
): Promise<void> {
  await sql`
    delete from affiliation where tenant_id = ${tenantId} and id = any(${[...belongings]}::uuid[])`.execute(
    trx,
  );
  await sql`
    delete from member_mark where tenant_id = ${tenantId} and id = any(${[...marks]}::uuid[])`.execute(trx);
}

/** Terms of members that are open on `day` or later. */
export async function findOpenPosts(
  trx: Transaction,
  tenantId: string,
  memberIds: readonly string[],
  day: string,
): Promise<{ id: string; from_day: string; to_day: string | null }[]> {
  const { rows } = await sql<{ id: string; from_day: string; to_day: string | null }>`
    select id, from_day, to_day from post
    where tenant_id = ${tenantId} and member_id = any(${[...memberIds]}::uuid[])
      and (to_day is null or to_day >= ${day})`.execute(trx);
  return rows;
}

/** Sets the last day of terms by their ids. */
export async function updatePosts(
  trx: Transaction,
  tenantId: string,
  posts: readonly { id: string; to_day: string | null }[],
): Promise<void> {
  await sql`
    update post p set to_day = x.to_day, version = p.version + 1
    from json_to_recordset(${asJson(posts)}) as x(id uuid, to_day date)
    where p.tenant_id = ${tenantId} and p.id = x.id`.execute(trx);
}

/** Takes login names and unused cards of members away who never came in. */
export async function removeLogins(
  trx: Transaction,
  tenantId: string,
  memberIds: readonly string[],
  now: Date,
): Promise<void> {
  await sql`
    delete from gate.login where tenant_id = ${tenantId} and member_id = any(${[...memberIds]}::uuid[])`.execute(
    trx,
  );
  await sql`
    update gate.activation_code set revoked_at = ${now}
    where tenant_id = ${tenantId} and member_id = any(${[...memberIds]}::uuid[])
      and used_at is null and revoked_at is null`.execute(trx);
}
