import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { HeldPost } from '../../src/domain/roster/acts';
import type { Actor, Belonging } from '../actor';
import type { Tables } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';

type Gate = Kysely<Tables> | Transaction;

/** Whom a session or a binding names. */
export interface Known {
  tenantId: string;
  memberId: string;
  sessionId: string | null;
}

/** The member behind a session token's hash, or null when there is none on this channel, it ended, or it is not bound to a member yet. */
export async function findSession(
  db: Gate,
  tokenHashes: readonly string[],
  channel: 'h5' | 'weapp',
  now: Date,
): Promise<Known | null> {
  const row = await db
    .selectFrom('gate.session')
    .select(['id', 'tenant_id', 'member_id'])
    .where('token_hash', 'in', tokenHashes)
    .where('channel', '=', channel)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row?.tenant_id || !row.member_id) return null;
  return { tenantId: row.tenant_id, memberId: row.member_id, sessionId: row.id };
}

/** The openid that a self-hosted mini-program's session stands for, bound to a member or not. */
export async function findSessionOpenid(
  db: Gate,
  tokenHashes: readonly string[],
  now: Date,
): Promise<{ appid: string; openid: string } | null> {
  const row = await db
    .selectFrom('gate.session')
    .select(['appid', 'openid'])
    .where('token_hash', 'in', tokenHashes)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.appid && row.openid ? { appid: row.appid, openid: row.openid } : null;
}

/** Every bureau in which an openid is bound, the chosen one first. */
export async function findBindings(
  db: Gate,
  appid: string,
  openid: string,
): Promise<{ tenantId: string; tenantName: string; memberId: string; chosen: boolean }[]> {
  const rows = await db
    .selectFrom('gate.binding as binding')
    .innerJoin('gate.tenant as tenant', 'tenant.id', 'binding.tenant_id')
    .select(['binding.tenant_id', 'tenant.name', 'binding.member_id', 'binding.chosen'])
    .where('appid', '=', appid)
    .where('openid', '=', openid)
    .orderBy('binding.chosen', 'desc')
    .orderBy('tenant.name')
    .execute();
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    tenantName: row.name,
    memberId: row.member_id,
    chosen: row.chosen,
  }));
}

/** True when the mini-program's appid is registered for at least one bureau. */
export async function isAppKnown(db: Gate, appid: string): Promise<boolean> {
  const row = await db
    .selectFrom('gate.app')
    .select('appid')
    .where('appid', '=', appid)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The member with all posts and affiliations valid on `today`, in one round
 * trip; null when the member left, moved away or does not exist. A suspended
 * member still comes in: membership is suspended, not access to the own data.
 */
export async function loadActor(trx: Transaction, known: Known, today: string): Promise<Actor | null> {
  return (await loadActorBeside(trx, known, today, null))?.actor ?? null;
}

/**
 * `loadActor` together with another statement (`beside`) and the number of its rows (0 without one), in one round trip.
 * The other is carried out as a whole also when there is no such member: whoever gets null rolls back.
 */
export async function loadActorBeside(
  trx: Transaction,
  known: Known,
  today: string,
  beside: RawBuilder<unknown> | null,
): Promise<{ actor: Actor; besideRows: number } | null> {
  const { rows } = await sql<{
    name: string;
    held: HeldPost[] | null;
    belongs: Belonging[] | null;
    beside: number;
  }>`
    ${beside ? sql`with beside as (${beside})` : sql``}
    select m.name, ${beside ? sql`(select count(*)::integer from beside)` : sql`0`} as beside,
      (select json_agg(json_build_object(
          'post', p.post, 'organisationId', p.organisation_id, 'organisationPath', o.path,
          'namedOrganisationIds', coalesce((select json_agg(t.organisation_id) from post_target t
             where t.tenant_id = p.tenant_id and t.post_id = p.id), '[]'::json)))
        from post p join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
        where p.tenant_id = m.tenant_id and p.member_id = m.id
          and p.from_day <= ${today} and (p.to_day is null or p.to_day >= ${today})) as held,
      (select json_agg(json_build_object('organisationId', a.organisation_id, 'organisationPath', o.path, 'kind', a.kind))
        from affiliation a join organisation o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
        where a.tenant_id = m.tenant_id and a.member_id = m.id
          and a.from_day <= ${today} and (a.to_day is null or a.to_day >= ${today})) as belongs
    from member m
    where m.tenant_id = ${known.tenantId} and m.id = ${known.memberId} and m.status in ('active', 'suspended')
      and (m.leaves_on is null or m.leaves_on > ${today})`.execute(trx);
  const row = rows[0];
  if (!row) return null;
  const actor = {
    tenantId: known.tenantId,
    memberId: known.memberId,
    name: row.name,
    today,
    held: row.held ?? [],
    belongs: row.belongs ?? [],
    sessionId: known.sessionId,
  };
  return { actor, besideRows: row.beside };
}

/** The bureau's name, or undefined when there is no such bureau. */
export async function findTenantName(db: Kysely<Tables>, tenantId: string): Promise<string | undefined> {
  const row = await db.selectFrom('gate.tenant').select('name').where('id', '=', tenantId).executeTakeFirst();
  return row?.name;
}
