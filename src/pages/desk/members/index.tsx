import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 党员. */
export default function DeskMembersPage() {
  return (
    <Screen title="党员" wide>
      <Skeleton />
    </Screen>
  );
}
