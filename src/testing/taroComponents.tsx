import type { CSSProperties, ReactNode } from 'react';

/**
 * Stand-in for `@tarojs/components` in tests (jsdom): each component is the HTML element it comes
 * to in a browser. Only what our own code uses; add here when you use another.
 */
interface Props {
  children?: ReactNode;
  className?: string;
  id?: string;
  style?: CSSProperties;
  onClick?: () => void;
}

const element = (Tag: 'div' | 'span') =>
  function StandIn({ children, ...props }: Props) {
    return <Tag {...props}>{children}</Tag>;
  };

export const View = element('div');
export const Text = element('span');
export const ScrollView = element('div');

export function Button({ children, className, id, onClick }: Props) {
  return (
    <button type="button" className={className} id={id} onClick={onClick}>
      {children}
    </button>
  );
}

export function Image({
  src,
  className,
  ariaLabel,
}: {
  src: string;
  className?: string;
  ariaLabel?: string;
}) {
  return <img src={src} className={className} alt={ariaLabel ?? ''} />;
}

interface FieldProps {
  value?: string;
  className?: string;
  ariaLabel?: string;
  onInput?: (event: { detail: { value: string } }) => void;
}

export function Input({ value, className, ariaLabel, onInput }: FieldProps) {
  return (
    <input
      value={value}
      className={className}
      aria-label={ariaLabel}
      onChange={(event) => onInput?.({ detail: { value: event.target.value } })}
    />
  );
}

export function Textarea({ value, className, ariaLabel, onInput }: FieldProps) {
  return (
    <textarea
      value={value}
      className={className}
      aria-label={ariaLabel}
      onChange={(event) => onInput?.({ detail: { value: event.target.value } })}
    />
  );
}
