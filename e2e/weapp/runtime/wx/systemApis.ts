import { randomFillSync } from 'node:crypto';
import type { AppConfig } from '../miniProgramFiles';
import { asyncApi, type WxContext } from './asyncApi';
import type { Listeners } from './listeners';

/** The phone as the app sees it. */
export interface Phone {
  /** WeChat's own font size in px; 16 is its standard, 17 to 23 the larger steps. */
  fontSize: number;
  theme: 'light' | 'dark';
}

/** Which mini-program this is, and who holds the phone, as WeChat tells the app's own server. */
export interface Account {
  appId: string;
  /** What wx.login gives: a code that WeChat exchanges for the openid once. */
  newLoginCode(): string;
}

/** How the mini-program was opened. */
export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
  /** WeChat's scene: 1001 the list of mini-programs, 1047 a scanned mini-program code. */
  scene: number;
  referrerInfo: Record<string, never>;
}

/** WeChat's standard font size, against which fontSizeScaleFactor counts. */
const STANDARD_FONT_SIZE = 16;
const SCREEN = { width: 375, height: 812, statusBar: 44, bottomInset: 34, pixelRatio: 3 };

/** What the phone, WeChat and the app say about themselves, random numbers and events of the app. */
export function systemApis(
  context: WxContext,
  app: AppConfig,
  phone: Phone,
  account: Account,
  launch: LaunchOptions,
  listeners: Listeners,
): Record<string, unknown> {
  const { realm } = context;
  const appBase = () => ({
    SDKVersion: '3.8.0',
    enableDebug: false,
    host: { appId: '', env: 'WeChat' },
    language: 'zh_CN',
    version: '8.0.55',
    fontSizeSetting: phone.fontSize,
    fontSizeScaleFactor: phone.fontSize / STANDARD_FONT_SIZE,
    // Only an app that declares dark mode is told the theme.
    ...(app.darkmode ? { theme: phone.theme } : {}),
  });
  const device = () => ({
    abi: 'arm64-v8a',
    benchmarkLevel: 20,
    brand: 'demo',
    model: 'demo phone',
    system: 'Android 14',
    platform: 'android',
    cpuType: 'demo',
    memorySize: '8192',
  });
  const window = () => ({
    pixelRatio: SCREEN.pixelRatio,
    screenWidth: SCREEN.width,
    screenHeight: SCREEN.height,
    windowWidth: SCREEN.width,
    windowHeight: SCREEN.height - SCREEN.statusBar,
    statusBarHeight: SCREEN.statusBar,
    screenTop: SCREEN.statusBar,
    safeArea: {
      left: 0,
      right: SCREEN.width,
      top: SCREEN.statusBar,
      bottom: SCREEN.height - SCREEN.bottomInset,
      width: SCREEN.width,
      height: SCREEN.height - SCREEN.statusBar - SCREEN.bottomInset,
    },
  });
  const system = () => ({
    bluetoothEnabled: false,
    locationEnabled: false,
    wifiEnabled: true,
    deviceOrientation: 'portrait',
  });
  const all = () => realm.copyIn({ ...appBase(), ...device(), ...window(), ...system() });

  return {
    getAppBaseInfo: () => realm.copyIn(appBase()),
    getDeviceInfo: () => realm.copyIn(device()),
    getWindowInfo: () => realm.copyIn(window()),
    getSystemSetting: () => realm.copyIn(system()),
    getSystemInfoSync: all,
    getSystemInfo: asyncApi(context, 'getSystemInfo', all),
    getSystemInfoAsync: asyncApi(context, 'getSystemInfoAsync', all),
    getMenuButtonBoundingClientRect: () =>
      realm.copyIn({ width: 87, height: 32, left: 281, top: 48, right: 368, bottom: 80 }),
    getAccountInfoSync: () =>
      realm.copyIn({ miniProgram: { appId: account.appId, envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: () => realm.copyIn(launch),
    getEnterOptionsSync: () => realm.copyIn(launch),
    getUpdateManager: () => ({
      onCheckForUpdate: (listener: (result: unknown) => void) =>
        void setImmediate(listener, { hasUpdate: false }),
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    getRandomValues: asyncApi(context, 'getRandomValues', (options) => {
      const { ArrayBuffer: RealmBuffer } = realm.global as { ArrayBuffer: ArrayBufferConstructor };
      const randomValues = new RealmBuffer(Number(options.length ?? 0));
      randomFillSync(new Uint8Array(randomValues));
      return { randomValues };
    }),
    login: asyncApi(context, 'login', () => ({ code: account.newLoginCode() })),
    checkSession: asyncApi(context, 'checkSession', () => undefined),
    nextTick: (work: () => void) => {
      const { setTimeout: later } = realm.global as { setTimeout(work: () => void, delayMs: number): void };
      later(work, 0);
    },
    ...listeners.pairs([
      'AppHide',
      'AppShow',
      'Error',
      'LazyLoadError',
      'MemoryWarning',
      'PageNotFound',
      'ThemeChange',
      'UnhandledRejection',
      'WindowResize',
      'KeyboardHeightChange',
    ]),
  };
}
