import { type ReactNode, useEffect } from 'react';
import { Announcement } from './Announcement';
import { Block } from './Block';
import { ErrorFence } from './ErrorFence';
import { Pressable } from './Pressable';
import { useShell } from './ShellContext';
import { TabBar } from './TabBar';
import type { TabIconName } from './tabIcons';
import './Screen.scss';

export interface ScreenProps {
  /** The page's name: the heading and window title in browsers, the native bar's text in WeChat. */
  title: string;
  /** Given on the four tabs: browsers draw the tab bar below. */
  tab?: TabIconName;
  /** Full-width top, such as the dawn band; it replaces the drawn header (tabs only). */
  band?: ReactNode;
  /** The one primary action, kept in reach at the bottom. */
  footer?: ReactNode;
  /** Desk pages: a column as wide as the window allows (see `Columns`). */
  wide?: boolean;
  /** White ground instead of the page colour: for reading. */
  isReading?: boolean;
  /** The first screen of all: nothing to go back to. */
  isEntry?: boolean;
  /** Browsers: what the back arrow does, when it is not simply the way back. */
  onBack?: () => void;
  children?: ReactNode;
}

/**
 * The frame of every page: theme, large-font mode, header with a way back (browsers draw no title
 * bar), body, footer action, tabs, and the live region.
 */
export function Screen({
  title,
  tab,
  band,
  footer,
  wide,
  isReading,
  isEntry,
  onBack,
  children,
}: ScreenProps) {
  const shell = useShell();
  const { setTitle, opened } = shell;
  useEffect(() => setTitle(title), [setTitle, title]);
  useEffect(() => opened(), [opened]);

  const classes = ['ui-screen'];
  if (shell.isLargeType) classes.push('ui-large-type');
  if (shell.theme !== 'system') classes.push(`ui-theme-${shell.theme}`);
  if (wide) classes.push('ui-screen-wide');
  if (isReading) classes.push('ui-screen-reading');
  const isDrawnHere = process.env.TARO_ENV !== 'weapp';

  return (
    <Block className={classes.join(' ')}>
      {isDrawnHere && !band && (
        <Block as="header" className="ui-screen-header">
          {!tab && !isEntry && (
            <Pressable className="ui-screen-back" label="返回" onPress={onBack ?? shell.goBack}>
              <Block as="span" className="ui-screen-back-arrow" aria-hidden />
            </Pressable>
          )}
          <Block as="h1" className="ui-screen-title">
            {title}
          </Block>
        </Block>
      )}
      {isDrawnHere && band && (
        <Block as="h1" className="ui-hidden">
          {title}
        </Block>
      )}
      {band}
      <Block as="main" className="ui-screen-body">
        <ErrorFence>{children}</ErrorFence>
      </Block>
      {(footer || (isDrawnHere && tab)) && (
        <Block className="ui-screen-foot">
          {footer && <Block className="ui-screen-action">{footer}</Block>}
          {isDrawnHere && tab && <TabBar current={tab} />}
        </Block>
      )}
      <Announcement announcement={shell.announcement} />
    </Block>
  );
}
