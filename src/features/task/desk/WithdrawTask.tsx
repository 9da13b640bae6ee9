import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Confirm } from '../../../ui/Dialog';
import { TextArea } from '../../../ui/TextField';
import type { TaskOnDesk } from './deskTask';

/** 撤回这项任务, with the reason that its members read. */
export function WithdrawTask({ task, onChanged }: { task: TaskOnDesk; onChanged: () => Promise<void> }) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string>();
  const { run, isBusy, error } = useAction('task.withdraw');
  const withdraw = async () => {
    if (reason.trim() === '') return setMissing('请写一句原因');
    if (!(await run({ taskId: task.id, version: task.version, reason }))) return;
    announce('已撤回');
    setAsking(false);
    await onChanged();
  };
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        撤回这项任务
      </Button>
      {isAsking && (
        <Confirm
          title="撤回这项任务？"
          sentence="撤回后大家不用再学这一项，也不能恢复"
          confirmWords="撤回"
          isDangerous
          isBusy={isBusy}
          error={error?.message}
          onConfirm={withdraw}
          onCancel={() => setAsking(false)}
        >
          <TextArea
            label="原因"
            hint="例如：改到主题党日一起学"
            rows={2}
            maxLength={200}
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
