import Taro from '@tarojs/taro';

/**
 * After a part in the middle of a page has exchanged its content (the next self-check question): its beginning comes to the
 * top of the window; in browsers the element `id` also takes the focus. Give that element `tabIndex={-1}`.
 */
export function bringIntoView(id: string): void {
  if (process.env.TARO_ENV === 'weapp') {
    void Taro.pageScrollTo({ selector: `#${id}`, duration: 0 }).catch(() => undefined);
    return;
  }
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView?.({ block: 'start' });
}
