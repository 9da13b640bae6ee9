import { sayMoment } from '../../domain/calendar/sayDay';
import { mayOpenYet, OPENS_BEFORE_HOURS } from '../../domain/meeting/timing';
import { announce } from '../../platform/announce';
import { now, today } from '../../platform/clock';
import { useMe } from '../../platform/session';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/Notes';
import { Words } from '../../ui/Words';
import { CancelMeeting } from './CancelMeeting';
import type { Meeting } from './meeting';

/** A meeting that has not begun: open sign-in from two hours before, or cancel it. */
export function OpenMeeting({ meeting, onChanged }: { meeting: Meeting; onChanged: () => Promise<void> }) {
  const me = useMe();
  const { run, isBusy, error } = useAction('meeting.open');
  if (meeting.state === 'cancelled') {
    return (
      <Card>
        <Words>这次会议取消了</Words>
      </Card>
    );
  }
  const open = async () => {
    const done = await run({ meetingId: meeting.id, version: meeting.version });
    if (!done) return;
    announce('签到已打开');
    await onChanged();
  };
  // A demo meeting opens at any hour; the server says which it is.
  const isTime = me?.demo || mayOpenYet(new Date(meeting.plannedAt), now());
  return (
    <Card title="还没有打开签到">
      <Words tone="quiet">
        {isTime ? '打开以后，名单定下来，屏幕上出现 6 位数字' : `${opensAt(meeting)} 起可以打开签到`}
      </Words>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      {meeting.mayHost && (
        <>
          <Button isBusy={isBusy} isDisabled={!isTime} onPress={open}>
            打开签到
          </Button>
          <CancelMeeting meeting={meeting} onCancelled={onChanged} />
        </>
      )}
    </Card>
  );
}

function opensAt({ plannedAt }: Meeting): string {
  const opens = new Date(Date.parse(plannedAt) - OPENS_BEFORE_HOURS * 3_600_000);
  return sayMoment(opens.toISOString(), today());
}
