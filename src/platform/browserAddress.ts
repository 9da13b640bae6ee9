import { apiBase } from './buildSettings';

/** Where a browser opens this bureau's app, if this build knows it: a mini-program served by cloud functions does not. */
export function browserAddress(): string | undefined {
  if (process.env.TARO_ENV !== 'weapp') return location.origin;
  return apiBase || undefined;
}
