import { useState } from 'react';
import { Button } from '../../ui/Button';
import { AnswerForm, type AnswerFormProps } from './AnswerForm';

/** What a keeper does with what somebody wrote: answer it, or correct the answer. */
export function AnswerPart({ onSend, ...form }: AnswerFormProps) {
  const [isWriting, setWriting] = useState(false);
  if (!isWriting) {
    return (
      <Button kind="secondary" isInline onPress={() => setWriting(true)}>
        {form.before === null ? '写答复' : '改答复'}
      </Button>
    );
  }
  const send = async (answer: string) => {
    const hasArrived = await onSend(answer);
    if (hasArrived) setWriting(false);
    return hasArrived;
  };
  return <AnswerForm {...form} onSend={send} />;
}
