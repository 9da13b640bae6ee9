import type { ReactNode } from 'react';
import { Block } from './Block';
import { Pressable } from './Pressable';
import './Columns.scss';

export interface ColumnsProps {
  /** At the left from 900 px, above before: a `SideNav`. */
  nav?: ReactNode;
  /** At the right from 900 px, below before. */
  detail?: ReactNode;
  children: ReactNode;
}

/** The desk's layout: one column on a phone, navigation | work | detail on a PC (from 900 px). */
export function Columns({ nav, detail, children }: ColumnsProps) {
  const classes = ['ui-columns'];
  if (nav) classes.push('ui-columns-nav');
  if (detail) classes.push('ui-columns-detail');
  return (
    <Block className={classes.join(' ')}>
      {nav}
      <Block className="ui-columns-work">{children}</Block>
      {detail && (
        <Block as="aside" className="ui-columns-side">
          {detail}
        </Block>
      )}
    </Block>
  );
}

export interface SideNavItem {
  words: string;
  isCurrent: boolean;
  onOpen: () => void;
}

/** The desk's navigation: a column on a PC, a row to scroll on a phone. */
export function SideNav({ label, items }: { label: string; items: readonly SideNavItem[] }) {
  return (
    <Block as="nav" className="ui-side-nav" aria-label={label}>
      {items.map(({ words, isCurrent, onOpen }) => (
        <Pressable
          key={words}
          className={isCurrent ? 'ui-side-link ui-side-link-current' : 'ui-side-link'}
          isCurrent={isCurrent}
          onPress={onOpen}
        >
          {words}
        </Pressable>
      ))}
    </Block>
  );
}
