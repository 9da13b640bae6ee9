import { View } from '@tarojs/components';
import { type AriaAttributes, type CSSProperties, createElement, type ReactNode } from 'react';

/** What a block is in a browser; in WeChat all are plain views. */
export type BlockTag =
  | 'div'
  | 'span'
  | 'section'
  | 'article'
  | 'nav'
  | 'header'
  | 'main'
  | 'footer'
  | 'aside'
  | 'ul'
  | 'ol'
  | 'li'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'p'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'fieldset'
  | 'legend';

export interface BlockProps extends AriaAttributes {
  as?: BlockTag;
  className?: string;
  style?: CSSProperties;
  id?: string;
  role?: string;
  children?: ReactNode;
  /** Put in the tab order (0) or reachable by script only (-1); browsers only. */
  tabIndex?: number;
}

/**
 * A box with a meaning: the HTML element `as` in browsers (default `div`), a View in WeChat with
 * the same class and the screen-reader attributes WeChat knows. It handles no events: what can be
 * pressed is a `Pressable`.
 */
export function Block({ as = 'div', className, children, ...rest }: BlockProps) {
  const classes = className ? `ui-block ${className}` : 'ui-block';
  if (process.env.TARO_ENV === 'weapp') {
    return (
      <View className={classes} id={rest.id} style={rest.style} {...weappAria(rest)}>
        {children}
      </View>
    );
  }
  return createElement(as, { ...rest, className: classes }, children);
}

/** The attributes a screen reader in WeChat understands, under the names Taro's templates carry. */
export function weappAria(props: AriaAttributes & { role?: string }): Record<string, string> {
  const known: Record<string, string | undefined> = {
    ariaRole: props.role,
    ariaLabel: props['aria-label'],
    ariaChecked: spoken(props['aria-checked']),
    ariaSelected: spoken(props['aria-selected']),
    ariaDisabled: spoken(props['aria-disabled']),
    ariaHidden: spoken(props['aria-hidden']),
  };
  return Object.fromEntries(
    Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function spoken(value: boolean | string | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
