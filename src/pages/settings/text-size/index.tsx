import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 字号. */
export default function TextSizePage() {
  return (
    <Screen title="字号">
      <Skeleton />
    </Screen>
  );
}
