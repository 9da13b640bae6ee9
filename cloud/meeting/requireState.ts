import { AppError } from '../appError';
import type { MeetingRecord, MeetingState } from './meetingRepository';

/**
 * Passes when a meeting, locked by the caller, is in `state` and still the
 * version the sender saw. Throws `meeting_signed` for what never changes again,
 * `conflict` for a version that has been overtaken, else `wrong_state`.
 */
export function requireState(meeting: MeetingRecord, seenVersion: number, state: MeetingState): void {
  if (meeting.state === 'signed') throw new AppError('meeting_signed');
  if (meeting.version !== seenVersion) throw new AppError('conflict');
  if (meeting.state !== state) throw new AppError('wrong_state');
}
