import { WeekToPrint } from '../../../features/study/desk/WeekToPrint';
import { DeskScreen } from '../DeskScreen';

/** 一周大字版. */
export default function DeskWeekPage() {
  return (
    <DeskScreen title="一周大字版" place="deskPieces">
      <WeekToPrint />
    </DeskScreen>
  );
}
