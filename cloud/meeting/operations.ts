import type { AnyUseCase } from '../operation';
import { cancelMeeting } from './cancelMeeting';
import { closeMeeting } from './closeMeeting';
import { openMeeting } from './openMeeting';
import { planMeeting } from './planMeeting';
import { readMeeting } from './readMeeting';
import { readMyMeetings } from './readMyMeetings';
import { readRoll } from './readRoll';
import { readSignInCode } from './readSignInCode';
import { signIn } from './signIn';
import { signOffMeeting } from './signOffMeeting';
import { tickMember } from './tickMember';

export const meetingUseCases: AnyUseCase[] = [
  readMyMeetings,
  readMeeting,
  planMeeting,
  cancelMeeting,
  openMeeting,
  readSignInCode,
  signIn,
  readRoll,
  tickMember,
  closeMeeting,
  signOffMeeting,
];
