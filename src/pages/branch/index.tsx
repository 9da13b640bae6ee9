import { Screen } from '../../ui/Screen';
import { Skeleton } from '../../ui/Skeleton';

/** 支部. */
export default function BranchPage() {
  return (
    <Screen title="支部" tab="branch">
      <Skeleton />
    </Screen>
  );
}
