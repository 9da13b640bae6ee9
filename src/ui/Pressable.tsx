import { Button } from '@tarojs/components';
import type { AriaAttributes, ReactNode } from 'react';
import { weappAria } from './Block';
import './Pressable.scss';

export interface PressableProps {
  onPress?: () => void;
  /** What a screen reader says; only where the content does not say it already. */
  label?: string;
  /** Default: a button. */
  role?: 'radio' | 'checkbox' | 'switch' | 'tab';
  isChecked?: boolean;
  isSelected?: boolean;
  isExpanded?: boolean;
  /** The current one of a set (a day, a step). */
  isCurrent?: boolean;
  isDisabled?: boolean;
  /** Being worked on: presses are ignored, the focus stays. */
  isBusy?: boolean;
  /** Shown, no longer pressed (an answered question): readable as before, not greyed. */
  isLocked?: boolean;
  /** Browsers: out of the tab order (-1) where arrow keys move the focus. */
  tabIndex?: number;
  /** WeChat: opens the sharing sheet, or asks for the phone number that WeChat has verified. */
  openType?: 'share' | 'getPhoneNumber';
  /** With `getPhoneNumber`: WeChat's proof of the moment, or null when the person said no. */
  onPhoneCode?: (code: string | null) => void;
  /** Browsers: submits the form around it. */
  isSubmit?: boolean;
  id?: string;
  className?: string;
  children?: ReactNode;
}

/**
 * The one thing that can be pressed: a real button in browsers (keyboard, focus ring, roles), WeChat's
 * own button there. Without looks; `Button`, `ChoiceRow`, `ListRow` and others dress it. At least
 * 44 px (56 in large-font mode) high.
 */
export function Pressable(props: PressableProps) {
  const { onPress, isDisabled, isBusy, isLocked, children } = props;
  const isInert = isDisabled || isBusy || isLocked;
  const classes = props.className ? `ui-pressable ${props.className}` : 'ui-pressable';
  const aria: AriaAttributes & { role?: string } = {
    role: props.role,
    'aria-label': props.label,
    'aria-checked': props.isChecked,
    'aria-selected': props.isSelected,
    'aria-expanded': props.isExpanded,
    'aria-current': props.isCurrent ? 'true' : undefined,
    'aria-busy': isBusy || undefined,
    'aria-disabled': isInert || undefined,
  };
  const press = () => {
    if (!isInert) onPress?.();
  };
  if (process.env.TARO_ENV === 'weapp') {
    return (
      <Button
        className={isDisabled ? `${classes} ui-pressable-disabled` : classes}
        hoverClass={isInert ? 'none' : 'ui-pressable-held'}
        openType={props.openType}
        id={props.id}
        onClick={press}
        // Taro listens only where there is a listener; WeChat asks only with the open type.
        onGetPhoneNumber={
          props.onPhoneCode &&
          (({ detail }: { detail: { code?: string } }) => props.onPhoneCode?.(detail.code || null))
        }
        {...weappAria(aria)}
      >
        {children}
      </Button>
    );
  }
  return (
    <button
      type={props.isSubmit ? 'submit' : 'button'}
      className={classes}
      id={props.id}
      disabled={isDisabled}
      tabIndex={props.tabIndex}
      onClick={props.isSubmit ? undefined : press}
      {...aria}
    >
      {children}
    </button>
  );
}
