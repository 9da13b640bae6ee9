import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 可补读. */
export default function CatchUpPage() {
  return (
    <Screen title="可补读">
      <Skeleton />
    </Screen>
  );
}
