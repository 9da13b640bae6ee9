import Taro, { usePageScroll } from '@tarojs/taro';

/** Calls back with how far the page in front has been scrolled (px) whenever it moves. */
export function useScrolled(onScrolled: (top: number) => void): void {
  usePageScroll(({ scrollTop }) => onScrolled(scrollTop));
}

/** Scrolls the page in front at once, once what has just been drawn is there. */
export function scrollPageTo(top: number): void {
  Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop: top, duration: 0 }));
}

/** The width a page has on this device (px): text breaks differently at another. */
export function pageWidth(): number {
  return process.env.TARO_ENV === 'weapp' ? Taro.getWindowInfo().windowWidth : window.innerWidth;
}
