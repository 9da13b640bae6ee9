import { useCallback } from 'react';
import { useCloud } from '../../platform/useCloud';
import { usePolling } from '../../platform/usePolling';

/** A sign-in shows on the roll within three seconds (issue 2, section 4): two of pause and the way there and back. */
const pauseMs = 2000;

/** The roll of a meeting, asked for again every two seconds while sign-in is open and the page in sight. */
export function useHostedMeeting(meetingId: string) {
  const roll = useCloud('meeting.roll', { meetingId });
  const isOpen = roll.data?.meeting.state === 'open';
  const { reload } = roll;
  usePolling(
    useCallback(() => reload(), [reload]),
    { pauseMs, isOn: isOpen },
  );
  return { roll, isOpen };
}
