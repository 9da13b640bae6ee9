import Taro from '@tarojs/taro';

/** Puts a text on the clipboard. False where the browser does not allow it (a page without https). */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'weapp') await Taro.setClipboardData({ data: text });
    else await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
