import { HostMeeting } from '../../../features/meeting/HostMeeting';
import { useRouteParams } from '../../../platform/routes';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** 主持签到. */
export default function MeetingHostPage() {
  const { meetingId } = useRouteParams('meetingHost');
  return (
    <Screen title="主持签到">
      {meetingId ? (
        <HostMeeting meetingId={meetingId} />
      ) : (
        <EmptyState sentence="请从工作台的“会议”里打开一次会议" />
      )}
    </Screen>
  );
}
