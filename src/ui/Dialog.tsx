import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Block } from './Block';
import { Button } from './Button';
import './Dialog.scss';

export interface DialogProps {
  title: string;
  /** Browsers: Escape. */
  onClose: () => void;
  children: ReactNode;
}

/**
 * A dialog inside the page (WeChat's web views block `confirm()`). Draw it only while it is open. In
 * browsers it holds the focus, gives it back, and closes on Escape.
 */
export function Dialog({ title, onClose, children }: DialogProps) {
  const id = useId();
  useHeldFocus(id, onClose);
  return (
    <Block className="ui-dialog-veil">
      <Block
        className="ui-dialog"
        id={id}
        role="dialog"
        aria-modal
        aria-labelledby={`${id}-title`}
        tabIndex={-1}
      >
        <Block as="h2" className="ui-dialog-title" id={`${id}-title`}>
          {title}
        </Block>
        {children}
      </Block>
    </Block>
  );
}

export interface ConfirmProps {
  /** The question: 撤下这一篇？ */
  title: string;
  /** What will happen, and whether it can be taken back. */
  sentence: string;
  /** The verb: 撤下. */
  confirmWords: string;
  cancelWords?: string;
  isDangerous?: boolean;
  isBusy?: boolean;
  /** A refusal of the cloud, said inside. */
  error?: string;
  onConfirm: () => void;
  onCancel: () => void;
  /** A reason to be written, for instance. */
  children?: ReactNode;
}

/** Asks before something that is hard to take back. */
export function Confirm(props: ConfirmProps) {
  const { title, sentence, confirmWords, cancelWords = '先不', isDangerous, isBusy, error } = props;
  return (
    <Dialog title={title} onClose={props.onCancel}>
      <Block as="p" className="ui-dialog-sentence">
        {sentence}
      </Block>
      {props.children}
      {error && (
        <Block as="p" className="ui-dialog-error" role="alert">
          {error}
        </Block>
      )}
      <Block className="ui-dialog-actions">
        <Button kind="secondary" onPress={props.onCancel}>
          {cancelWords}
        </Button>
        <Button kind={isDangerous ? 'danger' : 'primary'} isBusy={isBusy} onPress={props.onConfirm}>
          {confirmWords}
        </Button>
      </Block>
    </Dialog>
  );
}

const focusable = 'button:not([disabled]), input, textarea, select, a[href]';

function useHeldFocus(id: string, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return;
    const dialog = document.getElementById(id);
    const before = document.activeElement;
    dialog?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key !== 'Tab' || !dialog) return;
      const stops = [...dialog.querySelectorAll<HTMLElement>(focusable)];
      const [first, last] = [stops[0], stops[stops.length - 1]];
      const at = document.activeElement;
      if (event.shiftKey && (at === first || at === dialog)) {
        event.preventDefault();
        last?.focus();
      } else if (!event.shiftKey && at === last) {
        event.preventDefault();
        first?.focus();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [id]);
}
