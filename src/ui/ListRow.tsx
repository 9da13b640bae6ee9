import type { ReactNode } from 'react';
import { Block } from './Block';
import { keepTogether } from './keepTogether';
import { Pressable } from './Pressable';
import './ListRow.scss';

export interface ListRowProps {
  title: ReactNode;
  /** Below, quieter. */
  detail?: ReactNode;
  /** At the right: minutes, a figure, a chip. Below the title in large-font mode. */
  aside?: ReactNode;
  /** Makes the row a button with an arrow. */
  onPress?: () => void;
  isSelected?: boolean;
}

/** One row of a list; put rows into `List`. */
export function ListRow({ title, detail, aside, onPress, isSelected }: ListRowProps) {
  const body = (
    <>
      <Block as="span" className="ui-row-words">
        <Block as="span" className="ui-row-title">
          {title}
        </Block>
        {detail && (
          <Block as="span" className="ui-row-detail">
            {keepTogether(detail)}
          </Block>
        )}
      </Block>
      {aside !== undefined && (
        <Block as="span" className="ui-row-aside">
          {keepTogether(aside)}
        </Block>
      )}
    </>
  );
  if (!onPress) {
    return (
      <Block as="li" className="ui-row">
        {body}
      </Block>
    );
  }
  return (
    <Block as="li" className="ui-row-item">
      <Pressable
        className={isSelected ? 'ui-row ui-row-pressable ui-row-selected' : 'ui-row ui-row-pressable'}
        isCurrent={isSelected}
        onPress={onPress}
      >
        {body}
        <Block as="span" className="ui-row-arrow" aria-hidden />
      </Pressable>
    </Block>
  );
}

/** Rows with a thin line between. */
export function List({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <Block as="ul" className="ui-list" aria-label={label}>
      {children}
    </Block>
  );
}
