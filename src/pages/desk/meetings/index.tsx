import { DeskMeetings } from '../../../features/meeting/DeskMeetings';
import { DeskScreen } from '../DeskScreen';

/** 会议. */
export default function DeskMeetingsPage() {
  return (
    <DeskScreen title="会议" place="deskMeetings">
      <DeskMeetings />
    </DeskScreen>
  );
}
