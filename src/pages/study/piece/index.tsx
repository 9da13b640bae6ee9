import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 晨学三分钟. */
export default function PiecePage() {
  return (
    <Screen title="晨学三分钟">
      <Skeleton />
    </Screen>
  );
}
