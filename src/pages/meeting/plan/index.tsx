import { PlanMeeting } from '../../../features/meeting/PlanMeeting';
import { Screen } from '../../../ui/Screen';

/** 安排会议. */
export default function MeetingPlanPage() {
  return (
    <Screen title="安排会议">
      <PlanMeeting />
    </Screen>
  );
}
