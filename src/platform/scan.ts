import Taro from '@tarojs/taro';

/** Whether this device has WeChat's scanner. */
export const canScan = process.env.TARO_ENV === 'weapp';

/** Opens WeChat's scanner and resolves with the text of the code, or null when it was closed without one. */
export async function scanCode(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] });
    return result;
  } catch {
    return null;
  }
}
