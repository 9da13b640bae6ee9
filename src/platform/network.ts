import Taro from '@tarojs/taro';
import { signal } from './signal';

/** Whether the device believes to have a network. `true` promises nothing, `false` is worth saying. */
export const online = signal(true);

/** Begins to watch the network; called once by the app. */
export function watchNetwork(): void {
  if (process.env.TARO_ENV === 'weapp') {
    Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected));
    Taro.getNetworkType({ success: ({ networkType }) => online.set(networkType !== 'none') });
    return;
  }
  online.set(navigator.onLine);
  window.addEventListener('online', () => online.set(true));
  window.addEventListener('offline', () => online.set(false));
}
