import { useState } from 'react';
import { announce } from '../../platform/announce';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { TextArea } from '../../ui/TextField';
import type { Meeting } from './meeting';

/** 取消这次会议, with the reason that stays with it. */
export function CancelMeeting({
  meeting,
  onCancelled,
}: {
  meeting: Meeting;
  onCancelled: () => Promise<void>;
}) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string>();
  const { run, isBusy, error } = useAction('meeting.cancel');
  const cancel = async () => {
    if (reason.trim() === '') {
      setMissing('请写一句原因');
      return;
    }
    const done = await run({ meetingId: meeting.id, version: meeting.version, reason });
    if (!done) return;
    announce('会议已取消');
    setAsking(false);
    await onCancelled();
  };
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        取消这次会议
      </Button>
      {isAsking && (
        <Confirm
          title="取消这次会议？"
          sentence="取消后不能恢复，需要时另外安排一次"
          confirmWords="取消会议"
          isDangerous
          isBusy={isBusy}
          error={error?.message}
          onConfirm={cancel}
          onCancel={() => setAsking(false)}
        >
          <TextArea
            label="原因"
            hint="例如：改到下周三"
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
