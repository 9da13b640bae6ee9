import { useState } from 'react';
import { announce } from '../../platform/announce';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import type { Meeting } from './meeting';

/** 结束签到, asked once: the digits end, the roll stays open to corrections until it is signed. */
export function CloseSignIn({ meeting, onClosed }: { meeting: Meeting; onClosed: () => Promise<void> }) {
  const [isAsking, setAsking] = useState(false);
  const { run, isBusy, error } = useAction('meeting.close');
  const close = async () => {
    const done = await run({ meetingId: meeting.id, version: meeting.version });
    if (!done) return;
    announce('签到已结束');
    setAsking(false);
    await onClosed();
  };
  return (
    <>
      <Button onPress={() => setAsking(true)}>结束签到</Button>
      {isAsking && (
        <Confirm
          title="结束签到？"
          sentence="屏幕上的数字不再有效。名单在签定以前还可以改"
          confirmWords="结束签到"
          isBusy={isBusy}
          error={error?.message}
          onConfirm={close}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
