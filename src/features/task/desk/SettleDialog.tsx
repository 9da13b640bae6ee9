import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ErrorState } from '../../../ui/Notes';
import { TextArea } from '../../../ui/TextField';
import { Stack, Words } from '../../../ui/Words';
import { howWords } from './deskTask';

export interface SettleDialogProps {
  taskId: string;
  /** `how` is null while it is open. */
  person: { memberId: string; name: string; how: 'own' | 'madeUp' | 'excused' | null };
  onClose: () => void;
  onSettled: () => Promise<void>;
}

/** One person's make-up study or excuse, put down by the secretary, or taken back. */
export function SettleDialog({ taskId, person, onClose, onSettled }: SettleDialogProps) {
  const { memberId, name, how } = person;
  const [reason, setReason] = useState('');
  const [isExcusing, setExcusing] = useState(false);
  const [missing, setMissing] = useState<string>();
  const { run, isBusy, error } = useAction('task.settle');
  const settle = async (as: 'madeUp' | 'excused' | 'open') => {
    if (as === 'excused' && reason.trim() === '') return setMissing('请写一句原因');
    const done = await run({ taskId, memberId, as, reason: as === 'excused' ? reason : '' });
    if (!done) return;
    announce(`${name}：${done.how ? howWords[done.how] : '还没学'}`);
    await onSettled();
    onClose();
  };
  return (
    <Dialog title={name} onClose={onClose}>
      <Words tone="quiet">现在记的是：{how ? howWords[how] : '还没学'}。改动会留下痕迹，也会告诉本人</Words>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      {isExcusing && (
        <TextArea
          label="原因"
          hint="例如：驻外两个月"
          rows={2}
          maxLength={200}
          value={reason}
          error={missing}
          onChange={(value) => {
            setReason(value);
            setMissing(undefined);
          }}
        />
      )}
      <Stack>
        {how !== 'madeUp' && !isExcusing && (
          <Button kind="secondary" isBusy={isBusy} onPress={() => settle('madeUp')}>
            已当面补学
          </Button>
        )}
        {how !== 'excused' && (
          <Button
            kind="secondary"
            isBusy={isBusy}
            onPress={() => (isExcusing ? settle('excused') : setExcusing(true))}
          >
            {isExcusing ? '记为这次免学' : '这次免学'}
          </Button>
        )}
        {how !== null && !isExcusing && (
          <Button kind="secondary" isBusy={isBusy} onPress={() => settle('open')}>
            改回还没学
          </Button>
        )}
        <Button kind="quiet" onPress={onClose}>
          先不改
        </Button>
      </Stack>
    </Dialog>
  );
}
