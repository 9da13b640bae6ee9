import { useState } from 'react';
import { useDraft } from '../../platform/useDraft';
import { Button } from '../../ui/Button';
import { Form } from '../../ui/Form';
import { ErrorState } from '../../ui/Notes';
import { TextArea } from '../../ui/TextField';

export interface AnswerFormProps {
  /** Where the unsent answer is kept on this device. */
  draftKey: string;
  /** The answer so far, to be corrected. */
  before: string | null;
  maxLength: number;
  isBusy: boolean;
  /** The cloud's refusal. */
  refusal: { code: string; message: string; requestId?: string } | undefined;
  /** Somebody else was faster: brings the newest; what is written here stays. */
  onRefresh: () => Promise<void>;
  /** Resolves with true when it has arrived. */
  onSend: (answer: string) => Promise<boolean>;
}

/** An answer to somebody who has written. */
export function AnswerForm({
  draftKey,
  before,
  maxLength,
  isBusy,
  refusal,
  onRefresh,
  onSend,
}: AnswerFormProps) {
  const draft = useDraft<string>(draftKey);
  const [answer, setAnswer] = useState(draft.found?.value ?? before ?? '');
  const [missing, setMissing] = useState<string>();
  const send = async () => {
    if (answer.trim() === '') return setMissing('请写几句答复');
    if (await onSend(answer)) draft.drop();
  };
  return (
    <Form label="写答复" onSubmit={send}>
      <TextArea
        label="答复"
        value={answer}
        maxLength={maxLength}
        error={missing}
        onChange={(value) => {
          setAnswer(value);
          setMissing(undefined);
          draft.keep(value);
        }}
      />
      {refusal && (
        <ErrorState sentence={refusal.message} requestId={refusal.requestId}>
          {refusal.code === 'conflict' && (
            <Button kind="secondary" isInline onPress={onRefresh}>
              看最新的答复
            </Button>
          )}
        </ErrorState>
      )}
      <Button isSubmit isBusy={isBusy} onPress={send}>
        {before === null ? '送出答复' : '改答复'}
      </Button>
    </Form>
  );
}
