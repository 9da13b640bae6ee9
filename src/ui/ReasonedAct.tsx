import { useState } from 'react';
import { Button } from './Button';
import { Confirm, type ConfirmProps } from './Dialog';
import { TextArea } from './TextField';

export interface ReasonedActProps
  extends Pick<ConfirmProps, 'title' | 'sentence' | 'confirmWords' | 'isBusy'> {
  /** What one presses to be asked: 撤回这项任务. */
  words: string;
  kind?: 'quiet' | 'danger';
  /** An example of a reason. */
  hint?: string;
  maxLength: number;
  /** The cloud's refusal. */
  error: { message: string } | undefined;
  /** Resolves with nothing when it was refused. */
  onAct: (reason: string) => Promise<object | undefined>;
  onDone: () => Promise<void> | void;
  /** The person has thought better of it: forgets the refusal. */
  onLeave: () => void;
}

/** Something that is not taken back, done after a reason that stays with it. */
export function ReasonedAct(props: ReasonedActProps) {
  const { words, kind = 'quiet', hint, maxLength, error, onAct, onDone, onLeave, ...asked } = props;
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string>();
  const act = async () => {
    if (reason.trim() === '') return setMissing('请写一句原因');
    if (!(await onAct(reason))) return;
    setAsking(false);
    await onDone();
  };
  return (
    <>
      <Button kind={kind} onPress={() => setAsking(true)}>
        {words}
      </Button>
      {isAsking && (
        <Confirm
          {...asked}
          isDangerous
          error={error?.message}
          onConfirm={() => void act()}
          onCancel={() => {
            setAsking(false);
            onLeave();
          }}
        >
          <TextArea
            label="原因"
            hint={hint}
            rows={2}
            maxLength={maxLength}
            value={reason}
            error={missing}
            onChange={(value) => {
              setReason(value);
              setMissing(undefined);
            }}
          />
        </Confirm>
      )}
    </>
  );
}
