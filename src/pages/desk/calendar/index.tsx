import { YearCalendar } from '../../../features/calendar/YearCalendar';
import { DeskScreen } from '../DeskScreen';

/** 节假日表. */
export default function DeskCalendarPage() {
  return (
    <DeskScreen title="节假日表" place="deskCalendar">
      <YearCalendar />
    </DeskScreen>
  );
}
