import Taro from '@tarojs/taro';
import { namespace } from './storageKeys';

/** WeChat refuses values of 1 MB; a character takes at most 3 bytes in UTF-8. */
const longestValue = 300_000;

/**
 * Keeps a value (JSON) under a key on this device. `false` when the device has no room, or the value
 * is too long: what is stored before stays as it was. Each write is one key and so whole or absent.
 */
export function store(key: string, value: unknown): boolean {
  const text = JSON.stringify(value);
  if (text.length > longestValue) return false;
  try {
    if (process.env.TARO_ENV === 'weapp') Taro.setStorageSync(namespace + key, text);
    else localStorage.setItem(namespace + key, text);
    return true;
  } catch {
    // Full, or switched off (private windows): the app works on, without memory.
    return false;
  }
}

/** What is stored under a key; `undefined` when nothing is, or it cannot be read. The shape is the caller's promise. */
export function stored<T>(key: string): T | undefined {
  try {
    const text: unknown =
      process.env.TARO_ENV === 'weapp'
        ? Taro.getStorageSync(namespace + key)
        : localStorage.getItem(namespace + key);
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Removes a key; never fails. */
export function forget(key: string): void {
  try {
    if (process.env.TARO_ENV === 'weapp') Taro.removeStorageSync(namespace + key);
    else localStorage.removeItem(namespace + key);
  } catch {
    // Nothing was stored, then.
  }
}

/** All keys that begin so, sorted. */
export function storedKeys(prefix: string): string[] {
  try {
    const all = process.env.TARO_ENV === 'weapp' ? Taro.getStorageInfoSync().keys : Object.keys(localStorage);
    return all
      .filter((key) => key.startsWith(namespace + prefix))
      .map((key) => key.slice(namespace.length))
      .sort();
  } catch {
    return [];
  }
}
