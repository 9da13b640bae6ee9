import Taro from '@tarojs/taro';

/** Names the page: in the browser's tab, or in WeChat's navigation bar. */
export function setWindowTitle(title: string): void {
  if (process.env.TARO_ENV === 'weapp') void Taro.setNavigationBarTitle({ title });
  else document.title = title === '晨学先锋' ? title : `${title} · 晨学先锋`;
}
