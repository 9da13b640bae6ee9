import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 工作台. */
export default function DeskHomePage() {
  return (
    <Screen title="工作台" wide>
      <Skeleton />
    </Screen>
  );
}
