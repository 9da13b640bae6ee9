import { Screen } from '../../ui/Screen';
import { Skeleton } from '../../ui/Skeleton';

/** 晨学先锋. */
export default function WelcomePage() {
  return (
    <Screen title="晨学先锋">
      <Skeleton />
    </Screen>
  );
}
