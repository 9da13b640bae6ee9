import type { ReactNode } from 'react';
import { Pressable } from './Pressable';
import './Button.scss';

export interface ButtonProps {
  /** `primary`: the one action of the screen; `secondary`: beside it; `quiet`: text only; `danger`: takes something away. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  onPress?: () => void;
  /** Working: the words stay, presses are ignored. */
  isBusy?: boolean;
  isDisabled?: boolean;
  /** Browsers: also by Enter in a field of the `Form` around it. */
  isSubmit?: boolean;
  /** WeChat: opens the sharing sheet, or asks for the verified phone number. */
  openType?: 'share' | 'getPhoneNumber';
  /** With `getPhoneNumber`: WeChat's proof of the moment, or null when the person said no. */
  onPhoneCode?: (code: string | null) => void;
  /** For a screen reader, where the words alone are not enough (看原文: of what?). */
  label?: string;
  /** As wide as its words instead of the whole row. */
  isInline?: boolean;
  /** A verb: 签到, 提交审核. */
  children: ReactNode;
}

/** A button with words. */
export function Button({ kind = 'primary', isInline, isBusy, children, ...rest }: ButtonProps) {
  const classes = ['ui-button', `ui-button-${kind}`];
  if (isInline || kind === 'quiet') classes.push('ui-button-inline');
  if (isBusy) classes.push('ui-button-busy');
  return (
    <Pressable className={classes.join(' ')} isBusy={isBusy} {...rest}>
      {children}
    </Pressable>
  );
}
