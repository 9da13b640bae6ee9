import Taro from '@tarojs/taro';
import { signal } from './signal';

/**
 * How often the device has said that it has a network (again). It promises nothing; it is a good moment to ask once
 * more for what failed. A number and no yes or no: an app that was opened without network never heard it go, and must
 * hear it come.
 */
export const networkReturns = signal(0);

/** The device has a network again. */
export function noteNetwork(): void {
  networkReturns.set(networkReturns.get() + 1);
}

/** Begins to watch the network; called once by the app. */
export function watchNetwork(): void {
  if (process.env.TARO_ENV === 'weapp') {
    Taro.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) noteNetwork();
    });
    return;
  }
  window.addEventListener('online', noteNetwork);
}
