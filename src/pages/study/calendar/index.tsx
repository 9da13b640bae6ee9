import { StampCalendar } from '../../../features/study/StampCalendar';
import { Screen } from '../../../ui/Screen';

/** 晨学日历. */
export default function StudyCalendarPage() {
  return (
    <Screen title="晨学日历">
      <StampCalendar />
    </Screen>
  );
}
