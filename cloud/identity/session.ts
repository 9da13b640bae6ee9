import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';
import { newId } from '../ports/newId';
import type { Ports } from '../ports/ports';
import { sessionHashes } from './identify';

/** A session lasts 30 days from sign-in; then one signs in again. */
const SESSION_DAYS = 30;
const TOKEN_BYTES = 32;

/** Whom a new session is for: a member, or an openid nobody knows yet. */
export type SessionHolder =
  | { tenantId: string; memberId: string; channel: 'h5' | 'weapp'; appid?: string; openid?: string }
  | { tenantId: null; memberId: null; channel: 'weapp'; appid: string; openid: string };

/** Opens a session and returns its token, which exists nowhere else. */
export async function openSession(
  trx: Kysely<Tables> | Transaction,
  ports: Ports,
  holder: SessionHolder,
): Promise<{ token: string; expiresAt: Date }> {
  const token = ports.random.bytes(TOKEN_BYTES).toString('base64url');
  const now = ports.clock.now();
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
  await trx
    .insertInto('gate.session')
    .values({
      token_hash: sessionHashes(ports, token)[0] ?? '',
      id: newId(ports.clock, ports.random),
      tenant_id: holder.tenantId,
      member_id: holder.memberId,
      appid: holder.appid ?? null,
      openid: holder.openid ?? null,
      channel: holder.channel,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return { token, expiresAt };
}

/** Ends the session of a token, if there is one. */
export async function closeSession(
  trx: Kysely<Tables> | Transaction,
  ports: Ports,
  token: string | null,
): Promise<void> {
  if (!token) return;
  await trx.deleteFrom('gate.session').where('token_hash', 'in', sessionHashes(ports, token)).execute();
}
