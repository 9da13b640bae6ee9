import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 启用. */
export default function ActivatePage() {
  return (
    <Screen title="启用">
      <Skeleton />
    </Screen>
  );
}
