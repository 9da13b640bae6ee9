import { useState } from 'react';
import { saySpan } from '../../../domain/calendar/sayDate';
import { today } from '../../../platform/clock';
import { DayField } from '../../../ui/DayField';
import { Confirm, type ConfirmProps } from '../../../ui/Dialog';

export interface LastDayProps
  extends Pick<ConfirmProps, 'title' | 'confirmWords' | 'isDangerous' | 'isBusy'> {
  span: { from: string; to: string | null };
  /** What will happen; else the span as it is. */
  sentence?: string;
  /** 最后一天 where nothing else is said. */
  label?: string;
  /** It may go on without one: said below the field; `onEnd` then gets an empty string. */
  openHint?: string;
  /** What is said of a day that cannot be: 请选一天，不早于加入那天. */
  wrongWords: string;
  /** The cloud's refusal. */
  error: { message: string } | undefined;
  onEnd: (to: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for the last day of something that has begun. */
export function LastDay(props: LastDayProps) {
  const { span, sentence, label = '最后一天', openHint, wrongWords, error, onEnd, onClose, ...asked } = props;
  const [to, setTo] = useState(span.to ?? today());
  const isWrong = to === '' ? openHint === undefined : to < span.from;
  const end = async () => {
    if (!isWrong) await onEnd(to);
  };
  return (
    <Confirm
      {...asked}
      sentence={sentence ?? saySpan(span.from, span.to)}
      error={error?.message}
      onConfirm={() => void end()}
      onCancel={onClose}
    >
      <DayField
        label={label}
        hint={openHint}
        value={to}
        min={span.from}
        error={isWrong ? wrongWords : undefined}
        onChange={setTo}
      />
    </Confirm>
  );
}
