import Taro from '@tarojs/taro';
import { signal } from './signal';

/** WeChat has fetched a newer version, or (browsers) loading again will bring it. */
export const isUpdateReady = signal(process.env.TARO_ENV !== 'weapp');

/** Begins to watch for a newer version; called once by the app. */
export function watchUpdates(): void {
  if (process.env.TARO_ENV === 'weapp') {
    Taro.getUpdateManager().onUpdateReady(() => isUpdateReady.set(true));
  }
}

/** Restarts with the newest version; only when `isUpdateReady`. */
export function updateNow(): void {
  if (process.env.TARO_ENV === 'weapp') Taro.getUpdateManager().applyUpdate();
  else location.reload();
}
