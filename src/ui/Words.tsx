import type { ReactNode } from 'react';
import { Block } from './Block';
import { keepTogether } from './keepTogether';
import './Words.scss';

/** A heading inside a page (the page's own name is Screen's title). */
export function Heading({ level = 2, children }: { level?: 2 | 3; children: ReactNode }) {
  return (
    <Block as={level === 2 ? 'h2' : 'h3'} className={`ui-heading ui-heading-${level}`}>
      {children}
    </Block>
  );
}

export interface WordsProps {
  /** `quiet`: second in importance; `small`: the smallest, 13 px; good, warn and bad: with a word that says so. */
  tone?: 'plain' | 'quiet' | 'small' | 'good' | 'warn' | 'bad';
  children: ReactNode;
}

/** A paragraph of interface text. */
export function Words({ tone = 'plain', children }: WordsProps) {
  return (
    <Block as="p" className={`ui-words ui-words-${tone}`}>
      {keepTogether(children)}
    </Block>
  );
}

/** Text to be read at length: 18 px or more, wide lines, a column of at most 680 px. Children are `Words` or `Heading`. */
export function Reading({ children }: { children: ReactNode }) {
  return (
    <Block as="article" className="ui-reading">
      {children}
    </Block>
  );
}

/** Things below one another (default), or beside one another while there is room; large-font mode stacks them. */
export function Stack({ isRow = false, children }: { isRow?: boolean; children: ReactNode }) {
  return <Block className={isRow ? 'ui-stack ui-stack-row' : 'ui-stack'}>{children}</Block>;
}
