import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 在电脑上使用. */
export default function ComputerPage() {
  return (
    <Screen title="在电脑上使用">
      <Skeleton />
    </Screen>
  );
}
