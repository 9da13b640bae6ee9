import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 晨学日历. */
export default function StudyCalendarPage() {
  return (
    <Screen title="晨学日历">
      <Skeleton />
    </Screen>
  );
}
