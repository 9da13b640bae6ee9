import type { ReactNode } from 'react';
import { Block } from './Block';
import './Form.scss';

/**
 * Fields with one thing to do at the end. Browsers: Enter in a field submits, if a `Button isSubmit`
 * is inside; its `onPress` is for WeChat, so give both the same function.
 */
export function Form({
  label,
  onSubmit,
  children,
}: {
  label: string;
  onSubmit: () => void;
  children: ReactNode;
}) {
  if (process.env.TARO_ENV === 'weapp') return <Block className="ui-form">{children}</Block>;
  return (
    <form
      className="ui-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
