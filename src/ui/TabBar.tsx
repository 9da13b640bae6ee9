import { createElement, type MouseEvent } from 'react';
import { useShell } from './ShellContext';
import { type TabIconName, tabIconDataUri } from './tabIcons';
import './TabBar.scss';

/**
 * The four tabs in browsers, as links: Taro's own bar cannot be worked by keyboard and knows no
 * dark mode. (WeChat draws its native bar from app.config.ts.)
 */
export function TabBar({ current }: { current: TabIconName }) {
  const { tabs, openTab } = useShell();
  if (process.env.TARO_ENV === 'weapp') return null;

  const open = (name: TabIconName) => (event: MouseEvent) => {
    // A new window or tab is the browser's business.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (name !== current) openTab(name);
  };
  const links = tabs.map((tab) => {
    const mask = `url("${tabIconDataUri(tab.name)}")`;
    return createElement(
      'a',
      {
        key: tab.name,
        href: tab.href,
        className: tab.name === current ? 'ui-tab ui-tab-current' : 'ui-tab',
        'aria-current': tab.name === current ? 'page' : undefined,
        onClick: open(tab.name),
      },
      createElement('span', { className: 'ui-tab-icon', style: { maskImage: mask, WebkitMaskImage: mask } }),
      tab.title,
    );
  });
  return createElement('nav', { className: 'ui-tab-bar', 'aria-label': '主要栏目' }, links);
}
