import type { DoorContext } from '../operation';
import { sessionHashes } from './identify';
import { findSessionOpenid } from './identityRepository';

/** Somebody as WeChat knows them in one mini-program. */
export type Openid = { appid: string; openid: string };

/** The openid that asks: the platform's, or the one behind a self-hosted mini-program's session; null for a browser. */
export async function callerOpenid({ db, ports, caller, now }: DoorContext): Promise<Openid | null> {
  if (caller.platform) return caller.platform;
  if (caller.channel !== 'weapp' || !caller.sessionToken) return null;
  return findSessionOpenid(db, sessionHashes(ports, caller.sessionToken), now);
}
