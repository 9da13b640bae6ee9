import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 报错. */
export default function DeskFaultsPage() {
  return (
    <Screen title="报错" wide>
      <Skeleton />
    </Screen>
  );
}
