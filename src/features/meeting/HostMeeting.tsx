import { bringToTop } from '../../platform/bringToTop';
import { Loaded } from '../../ui/Loaded';
import { CloseSignIn } from './CloseSignIn';
import { Agenda, MeetingHead } from './MeetingHead';
import { OpenMeeting } from './OpenMeeting';
import { OpenSignIn } from './OpenSignIn';
import { RollCounts } from './RollCounts';
import { RollList } from './RollList';
import { SignedRecord } from './SignedRecord';
import { SignOff } from './SignOff';
import { useHostedMeeting } from './useHostedMeeting';

/** A meeting in the hands of its host: open sign-in, show the digits, keep the roll, close, sign the record. */
export function HostMeeting({ meetingId }: { meetingId: string }) {
  const { roll, isOpen } = useHostedMeeting(meetingId);
  return (
    <Loaded from={roll}>
      {(data) => {
        const { meeting } = data;
        const isKept = meeting.state !== 'planned' && meeting.state !== 'cancelled';
        const isHosting = isOpen && meeting.mayHost;
        return (
          <>
            <MeetingHead meeting={meeting} />
            {!isKept && <OpenMeeting meeting={meeting} onChanged={roll.reload} />}
            {isHosting && <OpenSignIn roll={data} />}
            {isKept && <RollCounts roll={data} />}
            {meeting.state === 'closed' && (
              <SignOff roll={data} onSigned={roll.reload} onShowRoll={() => bringToTop('roll')} />
            )}
            {meeting.state === 'signed' && <SignedRecord roll={data} />}
            {isKept && <RollList roll={data} onTicked={roll.reload} />}
            {isHosting && <CloseSignIn meeting={meeting} onClosed={roll.reload} />}
            <Agenda agenda={meeting.agenda} />
          </>
        );
      }}
    </Loaded>
  );
}
