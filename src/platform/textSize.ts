import Taro from '@tarojs/taro';
import { signal } from './signal';
import { store, stored } from './storage';

/** `system`: large when WeChat's own font size, or the browser's, is set large. */
export type TextSizeChoice = 'system' | 'standard' | 'large';

const key = 'textSize';

/** WeChat's standard is 16 or 17 px; from 20 on (two steps up) a person has asked for large type. */
const largeFromPx = 20;

/** What the person chose under 我的 > 字号. */
export const textSizeChoice = signal<TextSizeChoice>('system');

/** Whether screens are drawn in large-font mode. */
export const isLargeType = signal(false);

/** Chooses, remembers, and redraws. */
export function chooseTextSize(choice: TextSizeChoice): void {
  store(key, choice);
  textSizeChoice.set(choice);
  refreshTextSize();
}

/** Reads the choice and the system's setting; called at start and when the app comes to the front. */
export function refreshTextSize(): void {
  const choice = stored<TextSizeChoice>(key) ?? 'system';
  textSizeChoice.set(choice);
  isLargeType.set(choice === 'large' || (choice === 'system' && isSystemLarge()));
}

/** Whether following the system means large type now; for the sample beside the others. */
export function isSystemLarge(): boolean {
  return systemFontPx() >= largeFromPx;
}

function systemFontPx(): number {
  if (process.env.TARO_ENV === 'weapp') {
    // WeChat gives it; Taro's types do not name it yet.
    const info = Taro.getAppBaseInfo() as Taro.getAppBaseInfo.Result & { fontSizeSetting?: number };
    return info.fontSizeSetting ?? 0;
  }
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
