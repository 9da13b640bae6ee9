import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 隐私. */
export default function PrivacyPage() {
  return (
    <Screen title="隐私">
      <Skeleton />
    </Screen>
  );
}
