import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 主持签到. */
export default function MeetingHostPage() {
  return (
    <Screen title="主持签到">
      <Skeleton />
    </Screen>
  );
}
