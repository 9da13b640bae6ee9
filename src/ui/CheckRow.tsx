import type { ReactNode } from 'react';
import { Block } from './Block';
import { Pressable } from './Pressable';
import './CheckRow.scss';

export interface CheckRowProps {
  /** What is chosen: 选《药店没有处方上的药》. */
  label: string;
  isChecked: boolean;
  isDisabled?: boolean;
  /** Absent: there is nothing to choose here, the row has no box. */
  onToggle: (() => void) | undefined;
  /** What the box stands beside, with buttons of its own. */
  children: ReactNode;
}

/** Something that can be chosen among others by a box, and opened beside it. */
export function CheckRow({ label, isChecked, isDisabled, onToggle, children }: CheckRowProps) {
  return (
    <Block className="ui-check-row">
      {onToggle && (
        <Pressable
          role="checkbox"
          label={label}
          className="ui-check-box"
          isChecked={isChecked}
          isDisabled={isDisabled}
          onPress={onToggle}
        >
          <Block
            as="span"
            aria-hidden
            className={isChecked ? 'ui-check-mark ui-check-on' : 'ui-check-mark'}
          />
        </Pressable>
      )}
      <Block className="ui-check-content">{children}</Block>
    </Block>
  );
}
