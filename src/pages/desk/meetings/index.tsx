import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 会议. */
export default function DeskMeetingsPage() {
  return (
    <Screen title="会议" wide>
      <Skeleton />
    </Screen>
  );
}
