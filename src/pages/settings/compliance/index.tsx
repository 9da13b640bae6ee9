import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 怎样守规矩. */
export default function CompliancePage() {
  return (
    <Screen title="怎样守规矩">
      <Skeleton />
    </Screen>
  );
}
