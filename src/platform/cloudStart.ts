import Taro from '@tarojs/taro';
import { cloudEnvironment } from './buildSettings';

/** Opens WeChat's cloud, in a build for CloudBase; nothing to do in others. Called once, first. */
export function startCloud(): void {
  if (process.env.TARO_ENV === 'weapp' && cloudEnvironment) Taro.cloud.init({ env: cloudEnvironment });
}
