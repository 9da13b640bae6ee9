import { useEffect } from 'react';

/**
 * Stand-in for `@tarojs/taro` in tests (jsdom): remembers where the app wanted to go, and lets a test
 * play the device. Reset it with `resetTaro()` in `beforeEach`.
 */
export const device = {
  /** Every navigation asked for: `navigateTo /pages/…`. */
  journeys: [] as string[],
  /** The parameters of the screen under test. */
  params: {} as Record<string, string>,
  /** The address of the screen in front, without parameters. */
  path: '/pages/today/index',
  /** How many screens lie on the stack. */
  pages: 1,
  network: 'wifi',
  storage: new Map<string, string>(),
  groupCard: (): Record<string, string> => ({}),
  /** Where pages were scrolled to by the app. */
  scrolledTo: [] as number[],
};

const shown = new Set<() => void>();
const hidden = new Set<() => void>();

/** Puts the device back to its beginning. */
export function resetTaro(): void {
  Object.assign(device, {
    journeys: [],
    params: {},
    path: '/pages/today/index',
    pages: 1,
    network: 'wifi',
    storage: new Map(),
    groupCard: () => ({}),
    scrolledTo: [],
  });
  shown.clear();
  hidden.clear();
}

/** The screen comes to the front (again), as `useDidShow` hears it. */
export function showAgain(): void {
  for (const callback of [...shown]) callback();
}

/** Calls back at the first show, as Taro does, and at each `showAgain()`. */
export function useDidShow(callback: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first show happens once
  useEffect(() => callback(), []);
  useEffect(() => {
    shown.add(callback);
    return () => {
      shown.delete(callback);
    };
  });
}

/** Another screen comes on top, as `useDidHide` hears it. */
export function hide(): void {
  for (const callback of [...hidden]) callback();
}

export function useDidHide(callback: () => void): void {
  useEffect(() => {
    hidden.add(callback);
    return () => {
      hidden.delete(callback);
    };
  });
}

/** What the page in front would put on a card for a group. */
export function useShareAppMessage(say: () => Record<string, string>): void {
  device.groupCard = say;
}

const scrolled = new Set<(event: { scrollTop: number }) => void>();

export function usePageScroll(callback: (event: { scrollTop: number }) => void): void {
  useEffect(() => {
    scrolled.add(callback);
    return () => {
      scrolled.delete(callback);
    };
  });
}

/** The reader moves the page in front. */
export function scrollTo(top: number): void {
  for (const callback of [...scrolled]) callback({ scrollTop: top });
}

export function useRouter(): { params: Record<string, string> } {
  return { params: device.params };
}

const go = (kind: string) => (options?: { url: string }) => {
  device.journeys.push(options ? `${kind} ${options.url}` : kind);
  return Promise.resolve();
};

const Taro = {
  useDidShow,
  useDidHide,
  useRouter,
  getCurrentInstance: () => ({ router: { path: device.path, params: device.params } }),
  reLaunch: go('reLaunch'),
  navigateTo: go('navigateTo'),
  redirectTo: go('redirectTo'),
  switchTab: go('switchTab'),
  navigateBack: go('navigateBack'),
  getCurrentPages: () => Array.from({ length: device.pages }),
  setNavigationBarTitle: () => Promise.resolve(),
  getStorageSync: (key: string) => device.storage.get(key) ?? '',
  setStorageSync: (key: string, value: string) => void device.storage.set(key, value),
  removeStorageSync: (key: string) => void device.storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...device.storage.keys()] }),
  pageScrollTo: ({ scrollTop }: { scrollTop: number }) => {
    device.scrolledTo.push(scrollTop);
    return Promise.resolve();
  },
  nextTick: (callback: () => void) => callback(),
  getNetworkType: () => Promise.resolve({ networkType: device.network }),
};

export default Taro;
