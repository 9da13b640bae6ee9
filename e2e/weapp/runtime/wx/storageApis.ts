import { asyncApi, type WxContext } from './asyncApi';
import { WxFailure } from './wxFailure';

/** "单个 key 允许存储的最大数据长度为 1MB，所有数据存储上限为 10MB" (WeChat's storage guide). */
const MAX_ENTRY_BYTES = 1024 * 1024;
const MAX_TOTAL_BYTES = 10 * 1024 * 1024;

/** What the phone keeps for one mini-program between two runs: key -> value as JSON. */
export type StoredEntries = Map<string, string>;

/** wx.setStorage and its family over `entries`, with WeChat's limits. */
export function storageApis(context: WxContext, entries: StoredEntries): Record<string, unknown> {
  const { realm } = context;
  const total = () => [...entries].reduce((sum, [key, json]) => sum + bytes(key, json), 0);

  const set = (key: string, value: unknown) => {
    const json = JSON.stringify(value) ?? 'null';
    if (bytes(key, json) > MAX_ENTRY_BYTES) throw new WxFailure('entry size limit reached');
    const before = entries.get(key);
    const others = total() - (before === undefined ? 0 : bytes(key, before));
    if (others + bytes(key, json) > MAX_TOTAL_BYTES) throw new WxFailure('exceed storage max size 10Mb');
    entries.set(key, json);
  };
  const get = (key: string): { found: boolean; value: unknown } => {
    const json = entries.get(key);
    return json === undefined
      ? { found: false, value: '' }
      : { found: true, value: realm.copyIn(JSON.parse(json) as unknown) };
  };
  const info = () => ({
    keys: realm.copyIn([...entries.keys()]),
    currentSize: Math.ceil(total() / 1024),
    limitSize: MAX_TOTAL_BYTES / 1024,
  });
  const sync =
    <P extends unknown[], R>(name: string, run: (...parameters: P) => R) =>
    (...parameters: P) => {
      try {
        return run(...parameters);
      } catch (error) {
        if (error instanceof WxFailure) throw realm.error(`${name}:fail ${error.reason}`);
        throw error;
      }
    };
  const keyOf = (options: Record<string, unknown>): string => {
    if (typeof options.key !== 'string')
      throw new WxFailure('parameter error: parameter.key should be String');
    return options.key;
  };

  return {
    setStorageSync: sync('setStorageSync', set),
    getStorageSync: (key: string) => get(key).value,
    removeStorageSync: (key: string) => void entries.delete(key),
    clearStorageSync: () => entries.clear(),
    getStorageInfoSync: info,
    setStorage: asyncApi(context, 'setStorage', (options) => set(keyOf(options), options.data)),
    getStorage: asyncApi(context, 'getStorage', (options) => {
      const { found, value } = get(keyOf(options));
      if (!found) throw new WxFailure('data not found');
      return { data: value };
    }),
    removeStorage: asyncApi(context, 'removeStorage', (options) => void entries.delete(keyOf(options))),
    clearStorage: asyncApi(context, 'clearStorage', () => entries.clear()),
    getStorageInfo: asyncApi(context, 'getStorageInfo', info),
  };
}

function bytes(key: string, json: string): number {
  return Buffer.byteLength(key) + Buffer.byteLength(json);
}
