import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 先锋指数. */
export default function PioneerCardPage() {
  return (
    <Screen title="先锋指数">
      <Skeleton />
    </Screen>
  );
}
