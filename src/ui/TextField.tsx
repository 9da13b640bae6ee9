import { Input, Textarea } from '@tarojs/components';
import { type ReactNode, useId } from 'react';
import { Block } from './Block';
import './TextField.scss';

export interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Under the label: what is expected. */
  hint?: string;
  /** What is wrong and what to do; read aloud. */
  error?: string;
  maxLength?: number;
  isDisabled?: boolean;
}

export interface TextFieldProps extends FieldProps {
  kind?: 'text' | 'password' | 'digits';
  /** Browsers: what a password manager may fill in. */
  autoComplete?: 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off';
}

/** One line to write in, with its label above and its error below. */
export function TextField({ kind = 'text', autoComplete = 'off', ...field }: TextFieldProps) {
  const { id, describedBy } = useFieldIds(field);
  const { label, value, onChange, error, maxLength, isDisabled } = field;
  if (process.env.TARO_ENV === 'weapp') {
    return (
      <FieldFrame {...field} id={id}>
        <Input
          className="ui-field-box"
          value={value}
          password={kind === 'password'}
          type={kind === 'digits' ? 'number' : 'text'}
          // WeChat's own default is 140.
          maxlength={maxLength ?? -1}
          disabled={isDisabled}
          ariaLabel={error ? `${label}，${error}` : label}
          onInput={(event) => onChange(event.detail.value)}
        />
      </FieldFrame>
    );
  }
  return (
    <FieldFrame {...field} id={id}>
      <input
        id={id}
        className="ui-field-box"
        value={value}
        type={kind === 'password' ? 'password' : 'text'}
        inputMode={kind === 'digits' ? 'numeric' : undefined}
        maxLength={maxLength}
        disabled={isDisabled}
        autoComplete={autoComplete}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}

export interface TextAreaProps extends FieldProps {
  rows?: number;
  /** Browsers: what is written for something pasted, on lines of its own if need be; null leaves it as it is. */
  tidyPaste?: (pasted: { html: string; text: string }) => { text: string; isApart: boolean } | null;
}

/** Several lines to write in. Browsers: a plain textarea, because Taro's loses input (taro#15163). */
export function TextArea({ rows = 4, tidyPaste, ...field }: TextAreaProps) {
  const { id, describedBy } = useFieldIds(field);
  const { label, value, onChange, error, maxLength, isDisabled } = field;
  if (process.env.TARO_ENV === 'weapp') {
    return (
      <FieldFrame {...field} id={id}>
        <Textarea
          className="ui-field-box ui-field-area"
          value={value}
          maxlength={maxLength ?? -1}
          disabled={isDisabled}
          autoHeight
          ariaLabel={error ? `${label}，${error}` : label}
          onInput={(event) => onChange(event.detail.value)}
        />
      </FieldFrame>
    );
  }
  return (
    <FieldFrame {...field} id={id}>
      <textarea
        id={id}
        className="ui-field-box ui-field-area"
        value={value}
        rows={rows}
        maxLength={maxLength}
        disabled={isDisabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        onPaste={(event) => {
          const { clipboardData, currentTarget } = event;
          const tidy = tidyPaste?.({
            html: clipboardData.getData('text/html'),
            text: clipboardData.getData('text/plain'),
          });
          if (!tidy) return;
          event.preventDefault();
          const { selectionStart, selectionEnd, value: now } = currentTarget;
          const before = tidy.isApart && /[^\n]$/.test(now.slice(0, selectionStart)) ? '\n\n' : '';
          const after = tidy.isApart && /^[^\n]/.test(now.slice(selectionEnd)) ? '\n\n' : '';
          currentTarget.setRangeText(before + tidy.text + after, selectionStart, selectionEnd, 'end');
          onChange(currentTarget.value);
        }}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}

/** The ids that tie a field to its label, hint and error (browsers). */
export function useFieldIds({ hint, error }: { hint?: string; error?: string }) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return { id, describedBy };
}

interface FieldFrameProps {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  children: ReactNode;
}

/** Label above, error below: what every field looks like. */
export function FieldFrame({ id, label, hint, error, children }: FieldFrameProps) {
  const isWeapp = process.env.TARO_ENV === 'weapp';
  return (
    <Block className={error ? 'ui-field ui-field-wrong' : 'ui-field'}>
      {isWeapp ? (
        <Block className="ui-field-label">{label}</Block>
      ) : (
        <label className="ui-field-label" htmlFor={id}>
          {label}
        </label>
      )}
      {hint && (
        <Block className="ui-field-hint" id={`${id}-hint`}>
          {hint}
        </Block>
      )}
      {children}
      <FieldError id={`${id}-error`} sentence={error} />
    </Block>
  );
}

/** What is wrong with one field; empty it is a silent live region, so that a screen reader hears it come. */
export function FieldError({ id, sentence }: { id?: string; sentence: string | undefined }) {
  return (
    <Block id={id} className={sentence ? 'ui-field-error' : 'ui-hidden'} role="alert">
      {sentence ?? ''}
    </Block>
  );
}
