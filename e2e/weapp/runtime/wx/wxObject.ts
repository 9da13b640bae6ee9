import type { ErrorLog } from '../errorLog';
import type { Realm } from '../realm';
import { wxApiNames } from './wxApiNames';

/**
 * The app's `wx`: the implemented functions, and for every other documented one a function that
 * throws and is recorded, so that neither a missing implementation nor a swallowed error goes
 * unseen. Names that WeChat does not know are undefined, as there.
 */
export function createWx(realm: Realm, errors: ErrorLog, implemented: Record<string, unknown>): object {
  const known = new Set([...Object.keys(implemented), ...wxApiNames]);
  const missing = (name: string) => () => {
    const error = realm.error(
      `wx.${name} is not implemented by the mini-program runtime: add it to e2e/weapp/runtime/wx`,
    );
    errors.add(`wx.${name}`, error);
    throw error;
  };
  const wx = realm.copyIn({}) as Record<string, unknown>;
  for (const name of wxApiNames) wx[name] = missing(name);
  Object.assign(wx, implemented);
  wx.env = realm.copyIn({ USER_DATA_PATH: 'http://usr' });
  wx.canIUse = (schema: string) => known.has(String(schema).split('.')[0] ?? '');
  return wx;
}
