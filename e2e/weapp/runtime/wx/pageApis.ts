import type { PageStack } from '../pageStack';
import { asyncApi, type WxContext } from './asyncApi';
import { WxFailure } from './wxFailure';

/** A wx call that only changes how something looks or feels, kept for the test to see. */
export interface RecordedCall {
  name: string;
  options: Record<string, unknown>;
}

/** Calls without a result that matters here: they succeed and are recorded. */
const recordedNames = [
  'disableAlertBeforeUnload',
  'enableAlertBeforeUnload',
  'hideHomeButton',
  'hideKeyboard',
  'hideNavigationBarLoading',
  'hideShareMenu',
  'hideTabBar',
  'hideTabBarRedDot',
  'makePhoneCall',
  'openDocument',
  'pageScrollTo',
  'previewImage',
  'removeTabBarBadge',
  'setBackgroundColor',
  'setBackgroundTextStyle',
  'setClipboardData',
  'setKeepScreenOn',
  'setNavigationBarColor',
  'setTabBarBadge',
  'setTabBarItem',
  'setTabBarStyle',
  'showNavigationBarLoading',
  'showShareMenu',
  'showTabBar',
  'showTabBarRedDot',
  'startPullDownRefresh',
  'stopPullDownRefresh',
  'updateShareMenu',
  'vibrateLong',
  'vibrateShort',
];

/** Navigation, the title, and the recorded calls. */
export function pageApis(
  context: WxContext,
  stack: () => PageStack,
  recorded: RecordedCall[],
): Record<string, unknown> {
  const urlOf = (options: Record<string, unknown>): string => {
    if (typeof options.url !== 'string')
      throw new WxFailure('parameter error: parameter.url should be String');
    return options.url;
  };
  const record = (name: string) =>
    asyncApi(context, name, ({ success: _success, fail: _fail, complete: _complete, ...options }) => {
      recorded.push({ name, options });
    });
  return {
    navigateTo: asyncApi(context, 'navigateTo', (options) => stack().navigateTo(urlOf(options))),
    redirectTo: asyncApi(context, 'redirectTo', (options) => stack().redirectTo(urlOf(options))),
    reLaunch: asyncApi(context, 'reLaunch', (options) => stack().reLaunch(urlOf(options))),
    switchTab: asyncApi(context, 'switchTab', (options) => stack().switchTab(urlOf(options))),
    navigateBack: asyncApi(context, 'navigateBack', (options) =>
      stack().navigateBack(Number(options.delta ?? 1)),
    ),
    setNavigationBarTitle: asyncApi(context, 'setNavigationBarTitle', (options) => {
      stack().top.title = String(options.title ?? '');
    }),
    ...Object.fromEntries(recordedNames.map((name) => [name, record(name)])),
  };
}
