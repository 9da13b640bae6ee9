import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 签到. */
export default function MeetingSignInPage() {
  return (
    <Screen title="签到">
      <Skeleton />
    </Screen>
  );
}
