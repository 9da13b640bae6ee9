import { type ReactNode, useState } from 'react';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { TextArea } from '../../../ui/TextField';
import { Stack } from '../../../ui/Words';

export type Decision = 'approve' | 'return';

export interface ReviewCardProps {
  title: string;
  hint: string;
  /** What is said when something goes back without a word why. */
  missingWords: string;
  approveWords: string;
  isBusy: boolean;
  /** Why the last word was refused, drawn. */
  refusal: ReactNode;
  /** Something was changed since. */
  onTouch: () => void;
  onDecide: (decision: Decision, note: string) => Promise<void>;
  children: ReactNode;
}

/** The second person's word: passed, or back with a note. */
export function ReviewCard(props: ReviewCardProps) {
  const { title, hint, missingWords, approveWords, isBusy, refusal, onTouch, onDecide, children } = props;
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<string>();
  const giveBack = async () => {
    if (note.trim() === '') return setMissing(missingWords);
    await onDecide('return', note);
  };
  return (
    <Card title={title}>
      {children}
      <TextArea
        label="审核意见"
        hint={hint}
        rows={3}
        maxLength={500}
        value={note}
        error={missing}
        onChange={(value) => {
          setNote(value);
          setMissing(undefined);
          onTouch();
        }}
      />
      {refusal}
      <Stack>
        <Button isBusy={isBusy} onPress={() => onDecide('approve', note)}>
          {approveWords}
        </Button>
        <Button kind="secondary" isBusy={isBusy} onPress={giveBack}>
          退回修改
        </Button>
      </Stack>
    </Card>
  );
}
