import { useEffect, useRef } from 'react';
import { Block } from './Block';
import { Pressable } from './Pressable';
import './Keypad.scss';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export interface KeypadProps {
  /** The digits so far. */
  value: string;
  onChange: (value: string) => void;
  /** How many digits are asked for. */
  length?: number;
  /** Being sent: keys rest. */
  isBusy?: boolean;
}

/** A large keypad for the sign-in code; in browsers the computer's own digit keys work too. */
export function Keypad({ value, onChange, length = 6, isBusy = false }: KeypadProps) {
  const type = (digit: string) => {
    if (!isBusy && value.length < length) onChange(value + digit);
  };
  const takeBack = () => {
    if (!isBusy) onChange(value.slice(0, -1));
  };
  useDigitKeys(type, takeBack);
  return (
    <Block className="ui-keypad">
      <Block className="ui-keypad-boxes" aria-hidden>
        {Array.from({ length }, (_, place) => (
          <Block
            as="span"
            // biome-ignore lint/suspicious/noArrayIndexKey: a box is its place
            key={place}
            className={place === value.length ? 'ui-keypad-box ui-keypad-box-next' : 'ui-keypad-box'}
          >
            {value[place] ?? ''}
          </Block>
        ))}
      </Block>
      <Block className="ui-hidden" role="status">
        {value ? `已输入 ${[...value].join(' ')}` : `请输入 ${length} 位数字`}
      </Block>
      <Block className="ui-keypad-keys">
        {digits.map((digit) => (
          <Pressable key={digit} className="ui-key" isBusy={isBusy} onPress={() => type(digit)}>
            {digit}
          </Pressable>
        ))}
        <Pressable className="ui-key ui-key-word" isBusy={isBusy} onPress={() => onChange('')}>
          清空
        </Pressable>
        <Pressable className="ui-key" isBusy={isBusy} onPress={() => type('0')}>
          0
        </Pressable>
        <Pressable className="ui-key ui-key-word" isBusy={isBusy} onPress={takeBack}>
          删除
        </Pressable>
      </Block>
    </Block>
  );
}

/** Digit keys and Backspace anywhere on the page, unless the focus is in a field. */
function useDigitKeys(type: (digit: string) => void, takeBack: () => void): void {
  const latest = useRef({ type, takeBack });
  latest.current = { type, takeBack };
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
      if (/^[0-9]$/.test(event.key)) latest.current.type(event.key);
      else if (event.key === 'Backspace') latest.current.takeBack();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
