import type { ReactNode } from 'react';
import { Block } from './Block';
import './Card.scss';

export interface CardProps {
  /** The heading, level 2. */
  title?: ReactNode;
  /** Beside the heading, small: 只给自己看，不计分. */
  aside?: ReactNode;
  /** `brand`: the soft brand ground, for the one thing that comes first (签到); `ground`: on a white, reading screen. */
  tone?: 'plain' | 'brand' | 'ground';
  children?: ReactNode;
}

/** A white card; with a title it is a section of the page. */
export function Card({ title, aside, tone = 'plain', children }: CardProps) {
  return (
    <Block as={title ? 'section' : 'div'} className={`ui-card ui-card-${tone}`}>
      {title && (
        <Block className="ui-card-head">
          <Block as="h2" className="ui-card-title">
            {title}
          </Block>
          {aside && (
            <Block as="span" className="ui-card-aside">
              {aside}
            </Block>
          )}
        </Block>
      )}
      {children}
    </Block>
  );
}
