import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 个人信息. */
export default function ConsentPage() {
  return (
    <Screen title="个人信息">
      <Skeleton />
    </Screen>
  );
}
