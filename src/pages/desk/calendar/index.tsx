import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 工作日历. */
export default function DeskCalendarPage() {
  return (
    <Screen title="工作日历" wide>
      <Skeleton />
    </Screen>
  );
}
