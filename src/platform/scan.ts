import Taro from '@tarojs/taro';

/** Opens WeChat's scanner (there is none in browsers) and resolves with the text of the code, or null when it was closed without one. */
export async function scanCode(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] });
    return result;
  } catch {
    return null;
  }
}
