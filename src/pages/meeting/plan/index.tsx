import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 安排会议. */
export default function MeetingPlanPage() {
  return (
    <Screen title="安排会议">
      <Skeleton />
    </Screen>
  );
}
