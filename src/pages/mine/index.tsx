import { Screen } from '../../ui/Screen';
import { Skeleton } from '../../ui/Skeleton';

/** 我的. */
export default function MinePage() {
  return (
    <Screen title="我的" tab="mine">
      <Skeleton />
    </Screen>
  );
}
