import { WeekToPrint } from '../../../features/study/desk/WeekToPrint';
import { Screen } from '../../../ui/Screen';

/** 一周大字版. */
export default function DeskWeekPage() {
  return (
    <Screen title="一周大字版">
      <WeekToPrint />
    </Screen>
  );
}
