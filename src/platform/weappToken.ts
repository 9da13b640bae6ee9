import Taro from '@tarojs/taro';
import type { Output } from '../contract/operations';
import { build } from './buildSettings';
import { unavailable } from './cloudError';
import { store, stored } from './storage';
import { transport } from './transport';

const key = 'token';

/** The session token of a self-hosted mini-program; browsers keep a cookie, cloud functions need none. */
export function weappToken(): string | undefined {
  return process.env.TARO_ENV === 'weapp' ? stored<string>(key) : undefined;
}

/** Keeps the token that a sign-in brought (only mini-programs get one). */
export function keepWeappToken(token: string | null): void {
  if (process.env.TARO_ENV === 'weapp' && token) store(key, token);
}

let renewing: Promise<void> | undefined;

/** Signs in by WeChat's own login code, without asking; two callers share one attempt. */
export function renewWeappToken(): Promise<void> {
  renewing ??= renew().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function renew(): Promise<void> {
  const { code } = await Taro.login();
  const { appId } = Taro.getAccountInfoSync().miniProgram;
  const input = { appid: appId, loginCode: code };
  const reply = await transport('identity.weixinSignIn', { input, build }, undefined);
  const { ok, data } = reply as { ok?: boolean; data?: Output<'identity.weixinSignIn'> };
  if (!ok || !data) throw unavailable();
  keepWeappToken(data.token);
}
