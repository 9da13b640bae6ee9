import type { Kysely } from 'kysely';
import { AppError } from '../appError';
import type { Tables } from '../database/tables';
import type { Caller } from '../operation';
import type { Ports } from '../ports/ports';
import { findBindings, findSession, findSessionOpenid, isAppKnown, type Known } from './identityRepository';

/**
 * Who is asking, from the platform's identity or a session token and nothing
 * else. Throws `not_signed_in`, `not_activated` (an openid no card was used
 * with), `app_not_configured`, or `bureau_not_chosen`. A token counts only where it was given: a browser's cookie
 * shown as a mini-program's token would open what only a phone may (letting a PC in).
 */
export async function identify(db: Kysely<Tables>, ports: Ports, caller: Caller, now: Date): Promise<Known> {
  if (caller.platform) return identifyOpenid(db, caller.platform);
  if (!caller.sessionToken) throw new AppError('not_signed_in');
  const hashes = sessionHashes(ports, caller.sessionToken);
  const known = await findSession(db, hashes, caller.channel, now);
  if (known) return known;
  if (caller.channel !== 'weapp') throw new AppError('not_signed_in');
  // A self-hosted mini-program's session may stand for an openid that is not bound yet, or is bound to several.
  const openid = await findSessionOpenid(db, hashes, now);
  if (openid) return identifyOpenid(db, openid);
  throw new AppError('not_signed_in');
}

async function identifyOpenid(
  db: Kysely<Tables>,
  { appid, openid }: { appid: string; openid: string },
): Promise<Known> {
  const bindings = await findBindings(db, appid, openid);
  const first = bindings[0];
  if (!first) throw new AppError((await isAppKnown(db, appid)) ? 'not_activated' : 'app_not_configured');
  if (bindings.length > 1 && !first.chosen) throw new AppError('bureau_not_chosen');
  return { tenantId: first.tenantId, memberId: first.memberId, sessionId: null };
}

/** A session token's hashes under every key, newest first. Only hashes are stored. */
export function sessionHashes(ports: Ports, token: string): string[] {
  return ports.keyring.macs('session', token).map((mac) => mac.toString('base64url'));
}
