import Taro from '@tarojs/taro';

/**
 * After a screen has exchanged its content in place (the next question): scrolls to its beginning; in browsers the
 * element `id` also takes the focus, so that a screen reader goes on from there. Give that element `tabIndex={-1}`.
 */
export function bringToTop(id: string): void {
  if (process.env.TARO_ENV === 'weapp') {
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
    return;
  }
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView?.({ block: 'start' });
}
