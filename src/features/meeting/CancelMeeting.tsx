import { announce } from '../../platform/announce';
import { useAction } from '../../platform/useAction';
import { ReasonedAct } from '../../ui/ReasonedAct';
import type { Meeting } from './meeting';

/** 取消这次会议, with the reason that stays with it. */
export function CancelMeeting({
  meeting,
  onCancelled,
}: {
  meeting: Meeting;
  onCancelled: () => Promise<void>;
}) {
  const { run, isBusy, error, clearError } = useAction('meeting.cancel');
  return (
    <ReasonedAct
      words="取消这次会议"
      title="取消这次会议？"
      sentence="取消后不能恢复，需要时另外安排一次"
      confirmWords="取消会议"
      hint="例如：改到下周三"
      maxLength={200}
      isBusy={isBusy}
      error={error}
      onAct={(reason) => run({ meetingId: meeting.id, version: meeting.version, reason })}
      onDone={() => {
        announce('会议已取消');
        return onCancelled();
      }}
      onLeave={clearError}
    />
  );
}
