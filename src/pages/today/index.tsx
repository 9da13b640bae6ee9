import { Screen } from '../../ui/Screen';
import { Skeleton } from '../../ui/Skeleton';

/** 晨学. */
export default function TodayPage() {
  return (
    <Screen title="晨学" tab="today">
      <Skeleton />
    </Screen>
  );
}
